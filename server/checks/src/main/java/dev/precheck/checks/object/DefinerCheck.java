package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.AccountName;
import dev.precheck.checks.NameList;
import dev.precheck.checks.SelectedNames;
import dev.precheck.checks.privilege.DefinerPrivileges;
import dev.precheck.checks.privilege.MySqlGrants;
import dev.precheck.spi.Account;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Program;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Read;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.ViewDefinition;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * RDB_DEFINER: the accounts that views and programs run as are there, and the migration may name
 * them (MySQL 8.0 manual, 27.6).
 */
@AutoService(Check.class)
public final class DefinerCheck implements Check {

  private static final String SYSTEM_USER = "SYSTEM_USER";

  static final Problem VIEW =
      Problem.warning(
          "VIEW_DEFINER_MISSING",
          "The view {object} runs with the rights of {definer}, an account that the target does not"
              + " have: whoever reads the view there gets error 1449.",
          "Create the account on the target and grant it SELECT on what the view reads. The fix"
              + " statement creates it locked, so that nobody can log in with it.");
  static final Problem REFUSED =
      Problem.error(
          "VIEW_DEFINER_REFUSED",
          "The view {object} has the definer {definer}, an account that the target does not have, and"
              + " {user} may not create it with that there.",
          "Create the account on the target; the fix statement creates it locked, so that nobody can"
              + " log in with it. Or grant {privilege} to {user}, and the view can be created, but not"
              + " read.");
  static final Problem PROTECTED =
      Problem.error(
          "DEFINER_PROTECTED",
          "{views} have definers with the privilege SYSTEM_USER, and {user}, which has it not, may not"
              + " name those: creating the views is refused.",
          "Grant SYSTEM_USER to {user} for the structure transfer, or give the views another definer.");
  static final Problem PROGRAM =
      Problem.notice(
          "PROGRAM_DEFINER_MISSING",
          "The {kind} {object} runs as {definer}, an account that the target does not have.",
          "Create the account on the target before you create the {kind} there, or give it another"
              + " definer. The fix statement creates it locked, so that nobody can log in with it.");
  static final Problem UNSEEN =
      Problem.unknown(
          "DEFINER_NOT_SEEN",
          "{object} runs as {definer}; whether the target has that account is hidden from {user}, which"
              + " may not read the schema mysql there.",
          "Look for the account on the target yourself; or, knowing that this shows password hashes too,"
              + " grant SELECT on mysql.* of the target to {user} while prechecks run.");
  static final Problem NOT_ALLOWED =
      Problem.warning(
          "OTHER_DEFINER_NOT_ALLOWED",
          "{user} may not create views on the target that run as another account, and {views} do:"
              + " they run as {user} there, or are refused.",
          "Grant {privilege} to {user} for the structure transfer, or accept that {user} becomes their"
              + " definer.");

  static final CheckType TYPE =
      CheckType.of("RDB_DEFINER")
          .title("Definer")
          .condition(
              "The target has every account that selected views, and programs beside the selected"
                  + " tables, run as, and the migration's account may create views for them.")
          .why(
              "A view whose definer does not exist can be created, but not read; a trigger or routine"
                  + " of such a definer fails when it runs.")
          .when(When.anyOf(Phase.STRUCTURE).withinFamily("mysql", "MySQL or MariaDB"))
          .on(
              Side.TARGET,
              MySqlGrants.needs()
                  .and(Read.target(Account.FACET))
                  .and(Read.source(Server.FACET))
                  .and(Read.source(ViewDefinition.FACET))
                  .and(Read.source(Program.FACET))
                  .selectedObjects())
          .reports(VIEW, REFUSED, PROTECTED, PROGRAM, UNSEEN, NOT_ALLOWED)
          .skippable(
              "Views fail when they are read on the target, with an error that names no view.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    Set<String> accounts =
        context.here().rows(Account.FACET).stream()
            .map(account -> key(new AccountName(account.name(), account.host())))
            .collect(Collectors.toSet());
    List<Finding> findings = new ArrayList<>();
    Set<String> guarded =
        context.here().rows(Account.FACET).stream()
            .filter(Account::systemUser)
            .map(account -> key(new AccountName(account.name(), account.host())))
            .collect(Collectors.toSet());
    MySqlGrants grants = MySqlGrants.of(context.here());
    boolean mayNameOthers = DefinerPrivileges.of(context).stream().anyMatch(grants::global);
    List<String> forMissing = DefinerPrivileges.ofMissing(context);
    boolean refused =
        mayNameOthers && !forMissing.isEmpty() && forMissing.stream().noneMatch(grants::global);
    List<String> ofOthers = new ArrayList<>();
    List<String> ofGuarded = new ArrayList<>();
    AccountName self = AccountName.ofSession(context.here());
    for (ViewDefinition view : context.source().rows(ViewDefinition.FACET)) {
      AccountName definer = AccountName.parse(view.definer());
      selected
          .find(view.qualified())
          .ifPresent(
              object -> {
                if (!key(definer).equals(key(self))) {
                  ofOthers.add(object.target().toString());
                  if (guarded.contains(key(definer))) {
                    ofGuarded.add(object.target().toString());
                  }
                }
                boolean there = accounts.contains(key(definer));
                if (!there && refused) {
                  findings.add(
                      missing(REFUSED, object, definer)
                          .with("user", self)
                          .with("privilege", forMissing.get(0)));
                } else if (!there && view.runsAsDefiner()) {
                  findings.add(missing(VIEW, object, definer));
                }
              });
    }
    context.source().rows(Program.FACET).stream()
        .filter(program -> program.tableName().isEmpty() || selected.contains(program.table()))
        .filter(program -> !accounts.contains(key(AccountName.parse(program.definer()))))
        .map(program -> missing(context, selected, program))
        .forEach(findings::add);
    if (!grants.onSchema("SELECT", "mysql")) {
      findings.replaceAll(finding -> unseen(finding, self));
    }
    boolean alsoGuarded = !ofGuarded.isEmpty() && !grants.global(SYSTEM_USER);
    if (!ofOthers.isEmpty() && !mayNameOthers) {
      String other = DefinerPrivileges.of(context).get(0);
      String privileges = alsoGuarded ? other + ", " + SYSTEM_USER : other;
      findings.add(
          lacking(NOT_ALLOWED, privileges, context, self, ofOthers).with("privilege", privileges));
    } else if (alsoGuarded) {
      findings.add(lacking(PROTECTED, SYSTEM_USER, context, self, ofGuarded));
    }
    return findings;
  }

  /** The account sees none but itself, so that another one is missing is not known. */
  private static Finding unseen(Finding missing, AccountName self) {
    Finding unknown =
        new Finding(UNSEEN, missing.object(), missing.arguments(), List.of(), missing.selected());
    return unknown.with("user", self);
  }

  /** Hosts are compared without their case, names with it. */
  private static String key(AccountName account) {
    return account.user() + "@" + account.host().toLowerCase(Locale.ROOT);
  }

  private static Finding lacking(
      Problem problem,
      String privileges,
      CheckContext context,
      AccountName self,
      List<String> views) {
    return problem
        .at(ObjectRef.endpoint(Side.TARGET))
        .with("user", self)
        .with("views", NameList.of(views))
        .fix("GRANT " + privileges + " ON *.* TO " + self.quoted(context.endpoint().engine()));
  }

  private static Finding missing(Problem problem, SelectedObject view, AccountName definer) {
    return with(problem.at(view.ref(Side.TARGET)).about(view), definer)
        .with("object", view.target());
  }

  private static Finding missing(CheckContext context, SelectedNames selected, Program program) {
    String schema = context.migration().selection().targetSchema(program.schema());
    QualifiedName table =
        selected
            .find(program.table())
            .map(SelectedObject::target)
            .orElse(new QualifiedName(schema, program.tableName()));
    return with(
            PROGRAM.at(Programs.ref(Side.TARGET, program, table)),
            AccountName.parse(program.definer()))
        .with("object", program.qualified())
        .with("kind", Programs.noun(program));
  }

  private static Finding with(Finding finding, AccountName definer) {
    return finding
        .with("definer", definer)
        .fix("CREATE USER " + definer.quoted(DatabaseEngine.MYSQL) + " ACCOUNT LOCK");
  }
}
