/** What the store can be asked about many prechecks, findings and items at once; reads only. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.store.report;
