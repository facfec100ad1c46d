/**
 * The databases that can be checked: one small class and a folder of SQL files each.
 *
 * <p>The statement of a facet is the resource {@code dev/precheck/dialects/<folder>/<facet>.sql};
 * MariaDB falls back to MySQL's. Lines that begin with {@code --} are for the reader and are not
 * sent. A plug-in brings its own facet's files under the same names.
 *
 * <p>System schemas are left out of the schemas facet: a plan cannot migrate them, and a pattern
 * must not take them.
 */
package dev.precheck.dialects;
