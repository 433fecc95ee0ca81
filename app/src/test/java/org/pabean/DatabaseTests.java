package org.pabean;

import java.util.UUID;
import org.pabean.security.Accounts;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Tests of the program without a port, on the database that it runs itself. Subclasses share one
 * program and one database, fresh for each run, unless they name a directory of their own: let a
 * test make its own people and goods.
 */
@SpringBootTest(
    classes = Pabean.class,
    webEnvironment = WebEnvironment.MOCK,
    properties = {"pabean.database.url=", "pabean.database.data-dir=target/test-database"})
public abstract class DatabaseTests {

  static {
    TestFiles.remove("test-database/postgres");
  }

  @Autowired private Accounts accounts;

  /** A person whom no other test knows. */
  protected Actor somebody(Role role) {
    String login = "test-" + UUID.randomUUID();
    return accounts.create(login, "Test " + role, role, "a long password").actor();
  }
}
