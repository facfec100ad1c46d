package dev.precheck.stub.http;

import dev.precheck.stub.contract.BrokenContract;
import dev.precheck.stub.contract.Document;
import dev.precheck.stub.story.Scenarios;
import java.io.IOException;

/** The contract that is answered from at this moment, with its scenarios. */
public final class LoadedContract {

  /** What belongs together of one version. */
  public record Version(Document document, Scenarios scenarios) {}

  private volatile Version version;

  private LoadedContract(Document document, Scenarios scenarios) {
    version = new Version(document, scenarios);
  }

  /** The contract that this version was built from. */
  public static LoadedContract bundled() throws IOException, BrokenContract {
    Document document = Document.bundled();
    return new LoadedContract(document, new Scenarios(document));
  }

  /**
   * A contract of the user's.
   *
   * @param source where it comes from, for messages
   * @throws BrokenContract if it cannot be answered from
   */
  public static LoadedContract read(byte[] yaml, String source) throws BrokenContract {
    try {
      Document document = Document.read(yaml, source);
      Scenarios scenarios = new Scenarios(document);
      BrokenContract.refuse(source, scenarios.faults());
      return new LoadedContract(document, scenarios);
    } catch (RuntimeException e) {
      // The file may be anything; whoever edits it must not have to start the stub again.
      throw BrokenContract.unlike(source, e);
    }
  }

  /** Answers from that one's contract from now on. */
  public void take(LoadedContract newer) {
    version = newer.version;
  }

  public Version version() {
    return version;
  }
}
