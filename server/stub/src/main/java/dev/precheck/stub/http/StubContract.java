package dev.precheck.stub.http;

import dev.precheck.wire.BundledContract;
import dev.precheck.wire.Contract;
import dev.precheck.wire.CurrentContract;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;

/** Has requests judged by the contract that is loaded. */
@Singleton
@Replaces(BundledContract.class)
final class StubContract implements CurrentContract {

  private final LoadedContract loaded;

  StubContract(LoadedContract loaded) {
    this.loaded = loaded;
  }

  @Override
  public Contract contract() {
    return loaded.version().document().contract();
  }
}
