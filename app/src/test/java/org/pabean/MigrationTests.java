package org.pabean;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pabean.consignment.Consignment;
import org.pabean.consignment.ConsignmentFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database with work on it, as earlier versions left it, is brought up to date. */
class MigrationTests extends DatabaseTests {

  private static final List<String> WORK =
      List.of(
          """
          insert into account values ('00000000-0000-0000-0000-000000000001', 'sari', 'Sari', 'SELLER', 'x', false, now())
          """,
          """
          insert into product values ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001',
            'KN-7', 'goods', '{"sku": "KN-7", "title": "Ceramic knife", "price": {"amount": 20, "currency": "SGD"}}',
            now(), now())
          """,
          """
          insert into assessment values ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000004',
            current_date, '{"lane": "REVIEW", "settled": [], "findings": [{"pack": "sg@1", "rule": "knife", "category": "blade"}]}',
            now())
          """,
          """
          insert into item values ('00000000-0000-0000-0000-000000000004', '00000000-0000-0000-0000-000000000002', 'SG',
            'HELD', 'REVIEW', null, '00000000-0000-0000-0000-000000000003', 1, now())
          """,
          """
          insert into review_task (id, item_id, assessment_id, for_lead, version, opened_at, due_at)
          values ('00000000-0000-0000-0000-000000000005', '00000000-0000-0000-0000-000000000004',
            '00000000-0000-0000-0000-000000000003', false, 1, now(), now())
          """);

  private static final List<String> SHIPMENT =
      List.of(
          """
          insert into shipment values ('00000000-0000-0000-0000-000000000006', '00000000-0000-0000-0000-000000000001',
            'S-1', 'SG', '{"name": "Song", "street": "1 Quay", "city": "Hue", "country": "VN"}',
            '{"name": "Lim", "street": "8 Lane", "city": "Singapore", "country": "SG"}',
            'DAP', 'Singapore', 'USD', 24.50, 3, '2026-12-04', now())
          """,
          """
          insert into shipment_line values ('00000000-0000-0000-0000-000000000006', 1,
            '00000000-0000-0000-0000-000000000004', 'Ceramic knife, white', 5, 'PCE', 19.90, 'VN', 120)
          """);

  @Autowired private JdbcClient server;

  @ParameterizedTest
  @ValueSource(strings = {"9", "22", "72"})
  void whatWasHeldBeforeIsOnTheDeskAfter(String version) {
    DataSource database = database("before_" + version);
    flyway(database, version).migrate();
    JdbcClient jdbc = JdbcClient.create(database);
    // All at once: an item points to its assessment, and that to the item.
    jdbc.sql(
            "do $work$ begin %s; end $work$"
                .formatted(String.join(";\n", WORK.stream().map(String::strip).toList())))
        .update();

    flyway(database, "latest").migrate();

    assertThat(flyway(database, "latest").info().pending()).isEmpty();
    assertThat(
            jdbc.sql("select destination || ' ' || risk || ' ' || cheapness from review_task")
                .query(String.class)
                .single())
        .isEqualTo("SG 1 -15.2000");
    assertThat(
            jdbc.sql("select count(*) from record_event").query(Long.class).single()
                + jdbc.sql("select count(*) from deadline_step").query(Long.class).single())
        .isZero();
  }

  @Test
  void aShipmentEnteredBeforeKeepsItsPartiesTermsAndGoods() {
    DataSource database = database("before_record");
    flyway(database, "72").migrate();
    JdbcClient jdbc = JdbcClient.create(database);
    jdbc.sql(
            "do $work$ begin %s; end $work$"
                .formatted(
                    String.join(
                        ";\n",
                        Stream.concat(WORK.stream(), SHIPMENT.stream())
                            .map(String::strip)
                            .toList())))
        .update();

    flyway(database, "latest").migrate();

    String record = jdbc.sql("select consignment from shipment").query(String.class).single();
    Consignment read = ConsignmentFile.read(record.getBytes(StandardCharsets.UTF_8));
    assertThat(read.consignee().country()).isEqualTo("SG");
    assertThat(read.freight()).isEqualByComparingTo("24.50");
    assertThat(read.shipBy()).isEqualTo("2026-12-04");
    assertThat(read.lines()).hasSize(1);
    assertThat(read.lines().get(0).listing().title()).isEqualTo("Ceramic knife, white");
    assertThat(read.lines().get(0).unitPrice()).isEqualByComparingTo("19.90");
    assertThat(read.lines().get(0).netGrams()).isEqualByComparingTo("600");
  }

  private static Flyway flyway(DataSource database, String target) {
    return Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration")
        .target(target)
        .load();
  }

  private DataSource database(String name) {
    server.sql("create database " + name).update();
    String port = server.sql("select current_setting('port')").query(String.class).single();
    return new DriverManagerDataSource(
        "jdbc:postgresql://localhost:%s/%s?user=postgres".formatted(port, name));
  }
}
