package dev.precheck.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanHashTest {

  private static final String PLAN =
      "{'sourceEndpointId':'e_1','sinkEndpointId':'e_2','transferMapping':{'mode':'SPECIFIC',"
          + "'databases':[{'name':'s','tables':[{'name':'t'},{'name':'u'}]}]},"
          + "'enableFullTransfer':true}";

  @Test
  void theHashOfAPlanIsTheSameForever() {
    assertThat(hash(PLAN))
        .isEqualTo("e58f5dc2d821e5f261c24e8f1918e74333825d4079348e60c7c629d03f3cb2ce");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'enableFullTransfer':true,'transferMapping':{'databases':[{'tables':[{'name':'u'},"
            + "{'name':'t'}],'name':'s'}],'mode':'SPECIFIC'},'sinkEndpointId':'e_2',"
            + "'sourceEndpointId':'e_1'}",
        "{'name':'n','projectId':'np_1','labelIds':['l_1'],'subProject':false,"
            + "'sourceEndpointId':'e_1','sinkEndpointId':'e_2','commonTransferConfig':null,"
            + "'fullTransferConfig':{'allowDestTableNotEmpty':false},'enableStructTransfer':false,"
            + "'transferMapping':{'mode':'SPECIFIC','databasesBlack':[],'databases':[{'name':'s',"
            + "'tables':[{'name':'t','whereClause':null},{'name':'u'}]}]},"
            + "'enableFullTransfer':true}"
      })
  void thePlanThatIsWrittenDownOtherwiseHasTheSame(String plan) {
    assertThat(hash(plan)).isEqualTo(hash(PLAN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'e_1'>'e_3'",
        "'name':'t'>'name':'T'",
        ",{'name':'u'}>",
        "'name':'u'>'name':'u','mappedName':'v'",
        "'enableFullTransfer':true>'enableFullTransfer':true,'enableIncrTransfer':true",
        "'enableFullTransfer':true>'enableFullTransfer':true,"
            + "'fullTransferConfig':{'allowDestTableNotEmpty':true}",
        "'SPECIFIC'>'WILDCARD'"
      })
  void anotherPlanHasAnother(String change) {
    String[] words = change.split(">", 2);
    String other = PLAN.replace(words[0], words[1]);

    assertThat(other).isNotEqualTo(PLAN);
    assertThat(hash(other)).isNotEqualTo(hash(PLAN));
  }

  @Test
  void namesCannotPassForSomethingElse() {
    assertThat(hash("{'mode':'a;b:c'}")).isNotEqualTo(hash("{'mode':'a','b':'c'}"));
    assertThat(hash("{'tables':['a,b']}")).isNotEqualTo(hash("{'tables':['a','b']}"));
  }

  private static String hash(String plan) {
    return PlanHash.of(plan.replace('\'', '"'));
  }
}
