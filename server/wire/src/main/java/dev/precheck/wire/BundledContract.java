package dev.precheck.wire;

import jakarta.inject.Singleton;
import java.io.IOException;

/** The contract that this version was built from, always. */
@Singleton
public final class BundledContract implements CurrentContract {

  private final Contract contract;

  BundledContract() throws IOException {
    contract = Contract.bundled();
  }

  @Override
  public Contract contract() {
    return contract;
  }
}
