package org.pabean.record;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the record is kept.
 *
 * @param sealEvery how long an event waits for its seal at most, apart from the sealing itself
 */
@ConfigurationProperties("pabean.record")
record RecordSettings(@DefaultValue("500ms") Duration sealEvery) {}
