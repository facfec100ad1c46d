package dev.precheck.stub.contract;

import java.util.List;

/** A document that cannot be answered from; the message says why, one fault a line. */
public final class BrokenContract extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  /** Made of at least one fault. */
  BrokenContract(String source, List<String> faults) {
    super(text(source, faults));
  }

  /** Refuses a document with faults. */
  public static void refuse(String source, List<String> faults) throws BrokenContract {
    if (!faults.isEmpty()) {
      throw new BrokenContract(source, faults);
    }
  }

  /** Refuses a document that is built so differently that its faults cannot be told one by one. */
  public static BrokenContract unlike(String source, RuntimeException cause) {
    return new BrokenContract(source, List.of("It is not built like Precheck's: " + cause));
  }

  private static String text(String source, List<String> faults) {
    String more =
        faults.size() > SHOWN ? "\n  … and " + (faults.size() - SHOWN) + " more faults" : "";
    return "The contract "
        + source
        + " cannot be answered from:\n  "
        + String.join("\n  ", faults.subList(0, Math.min(SHOWN, faults.size())))
        + more
        + "\nCorrect the document, or start without it to use the contract of this version.";
  }
}
