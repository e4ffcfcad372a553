// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.cases;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaClient;
import dev.mediagen.catalog.Cost;
import dev.mediagen.catalog.Quote;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Case 28: money before and after. */
class MoneyTest {
  private static final String PRICE =
      "'prices':[{'unit':'image','usd':0.04,'source':'https://tiny.example/p','asOf':'2026-11'},"
          + "{'unit':'credit','usd':0.002,'source':'https://tiny.example/p','asOf':'2026-11'}]";
  private static final String MODEL =
      "'id':'m','kind':'image','parameters':{'prompt':{},'count':{'field':'n'}}";

  @AutoClose private final Bench bench = new Bench();

  private MediaClient client(String model, Function<HttpReply, JobUpdate.Builder> told) {
    return bench.client(TinyAdapter.of(TinyOperation.atOnce(told)).model(model));
  }

  private static JobUpdate.Builder done() {
    return JobUpdate.succeeded(List.of(Output.url("image", "/a.png").build()));
  }

  @Test
  void the_price_is_known_before_from_the_catalogue() {
    MediaClient client = client(MODEL + "," + PRICE, reply -> done());

    Quote quote = client.explain(image().count(2).build()).quote();

    assertThat(quote.usd().orElseThrow()).isEqualByComparingTo("0.08");
    assertThat(quote.source()).hasValue("https://tiny.example/p");
    assertThat(bench.vendor().calls()).isEmpty();
  }

  @Test
  void a_price_that_is_not_known_is_not_zero() {
    MediaClient client = client(MODEL, reply -> done());
    bench.vendor().on("POST /jobs", json("{}"));

    assertThat(client.explain(image().build()).quote().usd()).isEmpty();
    Cost cost = bench.make(client).cost();
    assertThat(cost.usd()).isEmpty();
    assertThat(cost.source()).isEqualTo(Cost.Source.UNKNOWN);
    assertThat(cost.basis()).contains("no price of tiny/m is known");
  }

  @Test
  void the_vendor_tells_the_cost_in_its_reply() {
    bench.vendor().on("POST /jobs", json("{'usage':{'cost':0.0312}}"));

    Cost cost =
        bench
            .make(
                client(
                    MODEL + "," + PRICE,
                    reply ->
                        done()
                            .cost(
                                Cost.vendor(
                                    new BigDecimal(reply.required("/usage/cost")), "usage"))))
            .cost();

    assertThat(cost.usd().orElseThrow()).isEqualByComparingTo("0.0312");
    assertThat(cost.source()).isEqualTo(Cost.Source.VENDOR);
  }

  @Test
  void the_vendor_counts_units_in_a_header_and_the_catalogue_prices_them() {
    bench.vendor().on("POST /jobs", json("{}").header("x-credits", "15"));

    Cost cost =
        bench
            .make(
                client(
                    MODEL + "," + PRICE,
                    reply ->
                        done()
                            .cost(
                                Cost.counted(
                                    "credit",
                                    new BigDecimal(reply.header("x-credits").orElseThrow())))))
            .cost();

    assertThat(cost.usd().orElseThrow()).isEqualByComparingTo("0.03");
    assertThat(cost.source()).isEqualTo(Cost.Source.COUNTED);
    assertThat(cost.units()).containsEntry("credit", new BigDecimal(15));
  }

  @Test
  void what_is_counted_in_an_unknown_unit_is_shown_and_estimated() {
    bench.vendor().on("POST /jobs", json("{}"));

    Cost cost =
        bench
            .make(
                client(
                    MODEL + "," + PRICE,
                    reply -> done().cost(Cost.counted("gpu_seconds", new BigDecimal("2.5")))))
            .cost();

    assertThat(cost.source()).isEqualTo(Cost.Source.ESTIMATED);
    assertThat(cost.usd().orElseThrow()).isEqualByComparingTo("0.04");
    assertThat(cost.units()).containsEntry("gpu_seconds", new BigDecimal("2.5"));
  }

  @Test
  void a_cost_told_on_the_way_is_kept_until_the_end() {
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    bench.vendor().on("GET /jobs/*", json("{'cost':0.5}"), json("{'url':'/a.png'}"));
    MediaClient client =
        bench.client(
            TinyAdapter.of(
                new TinyOperation()
                    .onPolls(
                        (job, reply) ->
                            reply
                                .at("/cost")
                                .map(
                                    c ->
                                        JobUpdate.of(dev.mediagen.JobState.RUNNING)
                                            .cost(Cost.vendor(new BigDecimal(c), "told"))
                                            .build())
                                .orElseGet(() -> done().build()))));

    assertThat(bench.make(client).cost().usd().orElseThrow()).isEqualByComparingTo("0.5");
  }
}
