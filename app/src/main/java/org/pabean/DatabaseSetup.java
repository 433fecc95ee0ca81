package org.pabean;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: a server that the operator names, or the embedded one. */
@Configuration
class DatabaseSetup {

  @Bean(destroyMethod = "close")
  @ConditionalOnExpression("'${pabean.database.url:}' == ''")
  EmbeddedDatabase embeddedDatabase(DatabaseSettings settings) throws IOException {
    return EmbeddedDatabase.start(settings.dataDir());
  }

  @Bean
  @ConditionalOnExpression("'${pabean.database.url:}' == ''")
  DataSource embeddedDataSource(
      EmbeddedDatabase database,
      @Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
    return pool(database.url(), "postgres", "", connections);
  }

  @Bean
  @ConditionalOnExpression("'${pabean.database.url:}' != ''")
  DataSource serverDataSource(
      DatabaseSettings settings,
      @Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
    return pool(settings.url(), settings.user(), settings.password(), connections);
  }

  private static DataSource pool(String url, String user, String password, int connections) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    if (!user.isEmpty()) {
      pool.setUsername(user);
      pool.setPassword(password);
    }
    // Which values a row had that was refused: somebody's goods or name, which no log may keep.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    pool.setMaximumPoolSize(connections);
    pool.setPoolName("pabean");
    return pool;
  }
}
