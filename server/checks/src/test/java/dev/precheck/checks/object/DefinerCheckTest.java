package dev.precheck.checks.object;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.object.ObjectRows.event;
import static dev.precheck.checks.object.ObjectRows.targetGrants;
import static dev.precheck.checks.object.ObjectRows.trigger;
import static dev.precheck.checks.object.ObjectRows.view;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Account;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Program;
import dev.precheck.spi.Program.Fires;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.spi.ViewDefinition;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class DefinerCheckTest extends CheckCases {

  private static final Plans ALL = plan().matching("shop.*");
  private static final Account APP = new Account("app", "%", false);
  private static final Account SYSTEM = new Account("app", "%", true);
  private static final String EVERYTHING = "ALL PRIVILEGES ON *.*";
  private static final String SUPER = "SELECT, SUPER ON *.*";

  DefinerCheckTest() {
    super(new DefinerCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        views("the account is there", ALL, SUPER, view("v", "x"))
            .target(Account.FACET, APP)
            .passes(),
        views("the account is not there", ALL, SUPER, view("v", "x"))
            .reports(DefinerCheck.VIEW, "CREATE USER `app`@`%` ACCOUNT LOCK"),
        views("it is there for another host", ALL, SUPER, view("v", "x"))
            .target(Account.FACET, new Account("app", "localhost", false))
            .reports(DefinerCheck.VIEW),
        views("the view is left out", plan().tables("shop.t"), "USAGE ON *.*", view("v", "x"))
            .passes(),
        views("the view runs as who reads it", ALL, SUPER, invoker()).passes(),
        views("no other definer may be named", ALL, "SELECT, CREATE VIEW ON *.*", view("v", "x"))
            .target(Account.FACET, APP)
            .reports(DefinerCheck.NOT_ALLOWED, "GRANT SET_USER_ID ON *.* TO `migrator`@`10.%`"),
        views("the definer is the account itself", ALL, "SELECT, CREATE VIEW ON *.*", own())
            .target(Account.FACET, new Account("migrator", "10.%", false))
            .passes(),
        views("MariaDB's SUPER is not enough", ALL, SUPER, view("v", "x"))
            .target(Account.FACET, APP)
            .target(Server.FACET, server("MariaDB", "11.4.5-MariaDB"))
            .reports(DefinerCheck.NOT_ALLOWED, "SET USER"),
        newest("no missing definer may be named", "SET_ANY_DEFINER", view("v", "x"))
            .reports(DefinerCheck.REFUSED, "grant ALLOW_NONEXISTENT_DEFINER to"),
        newest("nor by a view of who reads it", "SET_ANY_DEFINER", invoker())
            .reports(DefinerCheck.REFUSED, "CREATE USER `app`@`%` ACCOUNT LOCK"),
        newest(
                "a missing definer may be named",
                "SET_ANY_DEFINER, ALLOW_NONEXISTENT_DEFINER",
                view("v", "x"))
            .reports(DefinerCheck.VIEW),
        newest("the definer is a system user", "SET_ANY_DEFINER", view("v", "x"))
            .target(Account.FACET, SYSTEM)
            .reports(DefinerCheck.PROTECTED, "GRANT SYSTEM_USER ON *.* TO `migrator`@`10.%`"),
        newest("a system user, and none may be named", "CREATE VIEW", view("v", "x"))
            .target(Account.FACET, SYSTEM)
            .reports(DefinerCheck.NOT_ALLOWED, "GRANT SET_ANY_DEFINER, SYSTEM_USER ON *.*"),
        newest("so is the account", "SET_ANY_DEFINER, SYSTEM_USER", view("v", "x"))
            .target(Account.FACET, SYSTEM)
            .passes(),
        views("MySQL 5.7", ALL, "SELECT, CREATE VIEW ON *.*", view("v", "x"))
            .target(Account.FACET, APP)
            .target(Server.FACET, server("MySQL", "5.7.22"))
            .reports(DefinerCheck.NOT_ALLOWED, "GRANT SUPER"),
        views("a trigger's account is not there", ALL, EVERYTHING)
            .source(Program.FACET, trigger("t", Fires.ALWAYS), trigger("u", Fires.ALWAYS))
            .reports(DefinerCheck.PROGRAM, "shop.t.tr"),
        views("an event's account is not there", ALL, EVERYTHING)
            .source(Program.FACET, event(Fires.ALWAYS))
            .reports(DefinerCheck.PROGRAM, "event"),
        views("other accounts are hidden", ALL, "SUPER ON *.*", view("v", "x"))
            .target(Account.FACET, new Account("migrator", "10.%", false))
            .reports(DefinerCheck.UNSEEN, "hidden from migrator"),
        views("other accounts are hidden, and there is none", ALL, "SUPER ON *.*").passes(),
        views("accounts may not be read", ALL, EVERYTHING)
            .refused(Side.TARGET, Account.FACET)
            .cannotTell(),
        CheckCase.given("to PostgreSQL", Side.TARGET, ALL.to(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  private static ViewDefinition invoker() {
    return new ViewDefinition("shop", "v", "app@%", false, "x");
  }

  private static ViewDefinition own() {
    return new ViewDefinition("shop", "v", "migrator@10.%", true, "x");
  }

  private static CheckCase newest(String name, String privileges, ViewDefinition... definitions) {
    return views(name, ALL, "SELECT, " + privileges + " ON *.*", definitions)
        .target(Server.FACET, server("MySQL", "9.7.4"));
  }

  private static CheckCase views(
      String name, Plans plan, String grant, ViewDefinition... definitions) {
    return targetGrants(CheckCase.given(name, Side.TARGET, plan.build()), grant)
        .target(Account.FACET)
        .source(Server.FACET, SERVER)
        .source(Table.FACET, table("shop", "t"), new Table("shop", "v", TableKind.VIEW))
        .source(ViewDefinition.FACET, definitions)
        .source(Program.FACET);
  }
}
