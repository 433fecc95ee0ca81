package org.pabean.web;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the pages work.
 *
 * @param uploads where files sent over the pages are kept
 * @param keepUploads how long they are kept
 */
@ConfigurationProperties("pabean.web")
record WebSettings(Path uploads, @DefaultValue("7d") Duration keepUploads) {}
