package dev.precheck.stub;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.micronaut.http.annotation.Controller;

/** The walls of the stub. */
@AnalyzeClasses(packages = "dev.precheck", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String STUB = "dev.precheck.stub..";

  @ArchTest
  static final ArchRule THE_STUB_KNOWS_WIRE_FORMS_AND_INTERFACES_ONLY =
      noClasses()
          .that()
          .resideInAPackage(STUB)
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.precheck..")
                  .and(notIn(STUB))
                  .and(notIn("dev.precheck.wire.."))
                  .and(notIn("dev.precheck.api..")));

  @ArchTest
  static final ArchRule NOTHING_OF_DATABASES =
      noClasses()
          .that()
          .resideInAPackage(STUB)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..");

  /** New operations of a known interface need nothing; a new interface needs a line in Routes. */
  @ArchTest
  static final ArchRule EVERY_GENERATED_INTERFACE_HAS_A_ROUTE =
      classes().that(INTERFACES).and().resideInAPackage("dev.precheck.api").should(haveARoute());

  @ArchTest
  static final ArchRule MICRONAUT_IS_FOR_HTTP =
      noClasses()
          .that()
          .resideInAnyPackage("dev.precheck.stub.contract..", "dev.precheck.stub.story..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micronaut..", "io.netty..");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.precheck.stub.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOBODY_PRINTS_BUT_THE_COMMAND_LINE =
      noClasses()
          .that()
          .resideInAnyPackage("dev.precheck.stub.*..")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  private static DescribedPredicate<JavaClass> notIn(String wanted) {
    return DescribedPredicate.not(resideInAPackage(wanted));
  }

  private static ArchCondition<JavaClass> haveARoute() {
    return new ArchCondition<>("be extended by a controller of the stub") {
      @Override
      public void check(JavaClass api, ConditionEvents events) {
        boolean routed =
            api.getAllSubclasses().stream()
                .anyMatch(
                    type ->
                        type.getPackageName().startsWith("dev.precheck.stub")
                            && type.isAnnotatedWith(Controller.class));
        events.add(new SimpleConditionEvent(api, routed, api.getName() + " has no route"));
      }
    };
  }
}
