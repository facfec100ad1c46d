package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.NameList;
import dev.precheck.checks.SelectedNames;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Extension;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Read;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.TableTraits;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** PG_EXTENSION: the target has the extensions that selected tables are made of. */
@AutoService(Check.class)
public final class ExtensionCheck implements Check {

  static final Problem MISSING =
      Problem.error(
          "EXTENSION_MISSING",
          "{tables} need the extension {extension} ({version} on the source), which the target's server"
              + " does not have.",
          "Install {extension} on the target's server, or choose one that offers it.");
  static final Problem NOT_INSTALLED =
      Problem.error(
          "EXTENSION_NOT_INSTALLED",
          "{tables} need the extension {extension} ({version} on the source), which the target's server"
              + " has, but not its database.",
          "Create it in the target's database with the fix statement before the structure transfer.");
  static final Problem OLDER =
      Problem.warning(
          "EXTENSION_OLDER",
          "The extension {extension} is {version} on the source and {targetVersion} on the target, which"
              + " may lack what {tables} need of it.",
          "Update it on the target, with the fix statement if its server has a later version, or try"
              + " the tables with what it has.");

  static final CheckType TYPE =
      CheckType.of("PG_EXTENSION")
          .title("Extension")
          .condition(
              "Every extension whose types, functions or operator classes selected tables and views"
                  + " use is installed on the target, in no older version.")
          .why("Tables and views that use what an extension brings cannot be created without it.")
          .when(When.anyOf(Phase.STRUCTURE).withinFamily("postgresql", "PostgreSQL"))
          .on(
              Side.TARGET,
              Needs.reading(Extension.FACET)
                  .and(Read.source(Server.FACET))
                  .and(Read.source(TableTraits.FACET))
                  .and(Read.source(Extension.FACET))
                  .selectedObjects())
          .reports(MISSING, NOT_INSTALLED, OLDER)
          .skippable("Creating these tables and views fails on the target.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    Map<String, Extension> before = byName(context.source().rows(Extension.FACET));
    Map<String, Extension> after = byName(context.here().rows(Extension.FACET));
    List<Finding> findings = new ArrayList<>();
    used(context)
        .forEach(
            (name, tables) -> {
              Extension there = after.getOrDefault(name, new Extension(name, "", ""));
              Extension here = before.getOrDefault(name, there);
              if (there.installedVersion().isEmpty()) {
                boolean missing = there.availableVersion().isEmpty();
                Finding finding = finding(missing ? MISSING : NOT_INSTALLED, here, there, tables);
                findings.add(
                    missing ? finding : finding.fix("CREATE EXTENSION " + quoted(context, name)));
              } else if (isOlder(there.installedVersion(), here.installedVersion())) {
                Finding finding = finding(OLDER, here, there, tables);
                findings.add(
                    isOlder(there.installedVersion(), there.availableVersion())
                        ? finding.fix("ALTER EXTENSION " + quoted(context, name) + " UPDATE")
                        : finding);
              }
            });
    return findings;
  }

  private static Map<String, Extension> byName(List<Extension> extensions) {
    return extensions.stream()
        .collect(Collectors.toMap(Extension::name, Function.identity(), (a, b) -> a));
  }

  /** The extensions that selected tables use; a partition uses those of its parent. */
  private static Map<String, Set<String>> used(CheckContext context) {
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    Map<String, Set<String>> used = new TreeMap<>();
    for (TableTraits table : context.source().rows(TableTraits.FACET)) {
      QualifiedName name = table.table();
      if (selected.contains(name) && !table.extensions().isEmpty()) {
        Arrays.stream(table.extensions().split(","))
            .forEach(
                extension ->
                    used.computeIfAbsent(extension, e -> new TreeSet<>()).add(name.toString()));
      }
    }
    return used;
  }

  /** Extensions number themselves as they like; only numbers between dots are compared. */
  private static boolean isOlder(String version, String than) {
    if (!version.matches("\\d+(\\.\\d+)*") || !than.matches("\\d+(\\.\\d+)*")) {
      return false;
    }
    String[] one = version.split("\\.", -1);
    String[] other = than.split("\\.", -1);
    for (int at = 0; at < Math.min(one.length, other.length); at++) {
      int compared = Long.compare(Long.parseLong(one[at]), Long.parseLong(other[at]));
      if (compared != 0) {
        return compared < 0;
      }
    }
    return one.length < other.length;
  }

  private static String quoted(CheckContext context, String name) {
    return context.endpoint().engine().quoted(name);
  }

  private static Finding finding(
      Problem problem, Extension before, Extension after, Set<String> tables) {
    return problem
        .at(new ObjectRef(Side.TARGET, ObjectKind.EXTENSION, List.of(after.name())))
        .with("extension", after.name())
        .with("version", before.installedVersion())
        .with("targetVersion", after.installedVersion())
        .with("tables", NameList.of(tables));
  }
}
