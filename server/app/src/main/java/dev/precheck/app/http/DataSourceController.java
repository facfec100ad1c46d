package dev.precheck.app.http;

import dev.precheck.api.DataSourceApi;
import dev.precheck.api.model.CreateDataSourceRequest;
import dev.precheck.api.model.CreateDataSourceResponse;
import dev.precheck.api.model.CreateMySqlDataSourceRequest;
import dev.precheck.api.model.CreateMySqlDataSourceResponse;
import dev.precheck.api.model.DataSourceTest;
import dev.precheck.api.model.DeleteDataSourceRequest;
import dev.precheck.api.model.DeleteDataSourceResponse;
import dev.precheck.api.model.DescribeDataSourceRequest;
import dev.precheck.api.model.DescribeDataSourceResponse;
import dev.precheck.api.model.ListDataSourceRequest;
import dev.precheck.api.model.ListDataSourceResponse;
import dev.precheck.api.model.TestDataSourceRequest;
import dev.precheck.api.model.TestDataSourceResponse;
import dev.precheck.api.model.UpdateDataSourceRequest;
import dev.precheck.api.model.UpdateDataSourceResponse;
import dev.precheck.app.access.CurrentCaller;
import dev.precheck.app.run.ConnectionTester;
import dev.precheck.app.run.Connections;
import dev.precheck.app.run.TestedConnection;
import dev.precheck.app.store.DataSourceEntry;
import dev.precheck.app.store.DataSourceQuery;
import dev.precheck.app.store.DataSources;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Role;
import dev.precheck.wire.Exchange;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;

/** The actions on data sources. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class DataSourceController implements DataSourceApi {

  private final DataSources dataSources;
  private final Connections connections;
  private final ConnectionTester tester;

  DataSourceController(DataSources dataSources, Connections connections, ConnectionTester tester) {
    this.dataSources = dataSources;
    this.connections = connections;
    this.tester = tester;
  }

  @Override
  public HttpResponse<CreateDataSourceResponse> createDataSource(
      @Body CreateDataSourceRequest request) {
    DatabaseEngine engine = connections.engine(request.getType().getValue());
    String id = dataSources.create(DataSourceMapper.draft(request, engine));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new CreateDataSourceResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(id));
  }

  @Override
  public HttpResponse<CreateMySqlDataSourceResponse> createMySqlDataSource(
      @Body CreateMySqlDataSourceRequest request) {
    String id = dataSources.create(MySqlMapper.draft(request));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new CreateMySqlDataSourceResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(id));
  }

  @Override
  public HttpResponse<ListDataSourceResponse> listDataSource(@Body ListDataSourceRequest request) {
    DataSourceQuery query = DataSourceMapper.query(request);
    ListDataSourceResponse response =
        new ListDataSourceResponse()
            .success(true)
            .pageNumber(query.pageNumber())
            .pageSize(query.pageSize())
            .totalCount(dataSources.count(query))
            .data(dataSources.page(query).stream().map(DataSourceMapper::wire).toList());
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(response.requestId(exchange.id()).cost(exchange.cost()));
  }

  @Override
  public HttpResponse<DescribeDataSourceResponse> describeDataSource(
      @Body DescribeDataSourceRequest request) {
    DataSourceEntry entry = dataSources.get(request.getId());
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new DescribeDataSourceResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(DataSourceMapper.wire(entry)));
  }

  @Override
  public HttpResponse<UpdateDataSourceResponse> updateDataSource(
      @Body UpdateDataSourceRequest request) {
    DataSourceEntry entry =
        dataSources.update(
            CurrentCaller.tenant(), request.getId(), DataSourceMapper.change(request));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new UpdateDataSourceResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(DataSourceMapper.wire(entry)));
  }

  @Override
  public HttpResponse<DeleteDataSourceResponse> deleteDataSource(
      @Body DeleteDataSourceRequest request) {
    dataSources.delete(request.getId());
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new DeleteDataSourceResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost()));
  }

  @Override
  public HttpResponse<TestDataSourceResponse> testDataSource(@Body TestDataSourceRequest request) {
    Map<Role, TestedConnection> tested = tester.test(request.getId());
    DataSourceTest test =
        new DataSourceTest()
            .master(ConnectionMapper.wire(tested.get(Role.PRIMARY)))
            .slave(ConnectionMapper.wire(tested.get(Role.STANDBY)));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new TestDataSourceResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(test));
  }
}
