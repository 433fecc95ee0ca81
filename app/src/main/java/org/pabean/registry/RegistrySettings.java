package org.pabean.registry;

import java.time.Duration;
import org.pabean.assess.Gate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the machine may finalise by itself.
 *
 * @param threshold the lowest confidence that is enough, above 0.5 and below 1
 * @param assessmentLimit how long the classifier or the rules may take over one listing
 */
@ConfigurationProperties("pabean.registry")
record RegistrySettings(
    @DefaultValue("" + Gate.DEFAULT_THRESHOLD) double threshold,
    @DefaultValue("5s") Duration assessmentLimit) {}
