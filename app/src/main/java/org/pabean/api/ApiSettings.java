package org.pabean.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the API takes.
 *
 * @param bodyLimit the longest body of a request
 */
@ConfigurationProperties("pabean.api")
record ApiSettings(@DefaultValue("5MB") DataSize bodyLimit) {}
