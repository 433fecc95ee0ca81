package org.pabean;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the data lie.
 *
 * @param url JDBC address of a PostgreSQL server; empty for the embedded database
 * @param user log-in at that server; may be empty if the address holds it
 * @param password password at that server
 * @param dataDir where the embedded database keeps its files
 */
@ConfigurationProperties("pabean.database")
record DatabaseSettings(String url, String user, String password, Path dataDir) {}
