package dev.precheck.testkit.db;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * A test that runs once for each database, given as its {@link TestDatabase} parameter. Start it in
 * the test, so that a server that cannot run skips this test and no other.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}", allowZeroInvocations = true)
@ArgumentsSource(EachDatabase.Provider.class)
public @interface EachDatabase {

  /** Which databases; all if none is named. Those that cannot be had here are left out. */
  TestDatabase[] value() default {};

  /** Hands the databases over. */
  final class Provider extends AnnotationBasedArgumentsProvider<EachDatabase> {

    @Override
    protected Stream<? extends Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context, EachDatabase annotation) {
      boolean all = annotation.value().length == 0;
      return Arrays.stream(all ? TestDatabase.values() : annotation.value())
          .filter(TestDatabase::isProvided)
          .map(Arguments::of);
    }
  }
}
