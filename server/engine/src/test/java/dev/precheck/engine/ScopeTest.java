package dev.precheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {

  private static final QualifiedName ORDERS = new QualifiedName("shop", "orders");

  @Test
  void theSelectionIsResolvedOnceForAllItems() {
    SelectedObject orders = new SelectedObject(ObjectKind.TABLE, ORDERS, ORDERS);
    Scope scope = new Scope(Selection.of(List.of(orders)), new Facts(Set.of()));

    List<SelectedObject> objects = scope.objects();

    assertThat(objects).containsExactly(orders);
    assertThat(scope.objects()).isSameAs(objects);
  }
}
