/**
 * What a check compiles against; nothing but the JDK.
 *
 * <p><b>Terms.</b> A <em>check</em> is one thing that must hold before a migration starts. Judging
 * it for one side and role of one plan gives an <em>item</em>. A check declares the <em>facets</em>
 * it reads; the engine reads each facet at most once a side and hands the rows over in a
 * <em>snapshot</em>. A check returns <em>findings</em>; what they mean for the item, only the
 * engine decides. What could not be looked at is never passed.
 *
 * <p><b>Writing a check.</b> One final class that implements {@link dev.precheck.spi.Check}, with a
 * constant {@link dev.precheck.spi.CheckType}, annotated with {@code @AutoService(Check.class)} or
 * named in {@code META-INF/services/dev.precheck.spi.Check}. It compares names through {@link
 * dev.precheck.spi.IdentifierCase}, respects the plan's selection, and builds statements with
 * {@link dev.precheck.spi.DatabaseEngine#quoted(String)}.
 */
package dev.precheck.spi;
