package org.pabean.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the desk works.
 *
 * @param lease how long a claim lasts unless its holder does something
 */
@ConfigurationProperties("pabean.review")
record ReviewSettings(@DefaultValue("10m") Duration lease) {}
