// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.cases;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static dev.mediagen.testkit.tiny.Bench.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaClient;
import dev.mediagen.catalog.Cost;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.error.SubmissionUnknownException;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Case 10: more outputs than one call gives. */
class SplittingTest {
  private static final String MODEL =
      "'id':'m','kind':'image','parameters':{'prompt':{'field':'prompt'},"
          + "'count':{'field':'n','max':10,'perCall':2},'seed':{'field':'seed'}},"
          + "'prices':[{'unit':'image','usd':0.01,'source':'https://tiny.example','asOf':'2026-11'}]";

  @AutoClose private final Bench bench = new Bench();

  /** Each part goes to a path with its seed, so that a test can answer each in its own way. */
  private TinyAdapter adapter() {
    return TinyAdapter.of(
            new TinyOperation()
                .submits(
                    task ->
                        HttpCall.post("/jobs/" + task.parameter("seed").orElse("none"))
                            .json(task.fields())))
        .model(MODEL);
  }

  private MediaClient client() {
    for (int seed : new int[] {7, 9, 11}) {
      bench.vendor().on("POST /jobs/" + seed, json("{'id':'j" + seed + "'}"));
      bench
          .vendor()
          .on("GET /jobs/j" + seed, json("{'state':'done','url':'{cdn}/" + seed + ".png'}"));
    }
    return bench.client(adapter());
  }

  private ImageResult five(MediaClient client) {
    return bench.make(client, image().count(5).seed(7).build());
  }

  @Test
  void a_large_count_becomes_several_jobs_with_seeds_of_their_own() {
    ImageResult result = five(client());

    assertThat(tree(bench.only("POST /jobs/7"))).hasToString(body(2, 7));
    assertThat(tree(bench.only("POST /jobs/9"))).hasToString(body(2, 9));
    assertThat(tree(bench.only("POST /jobs/11"))).hasToString(body(1, 11));
    assertThat(result.jobs()).extracting(j -> j.jobId()).containsExactly("j7", "j9", "j11");
    assertThat(result.images())
        .extracting(i -> i.url().orElseThrow().getPath())
        .containsExactly("/7.png", "/9.png", "/11.png");
    assertThat(result.warnings()).isEmpty();
  }

  private static String body(int count, int seed) {
    return "{\"prompt\":\"a boat\",\"n\":" + count + ",\"seed\":" + seed + "}";
  }

  @Test
  void a_count_that_fits_stays_one_job() {
    bench.vendor().on("POST /jobs/none", json("{'id':'j7'}"));

    ImageResult result = bench.make(client(), image().count(2).build());

    assertThat(result.jobs()).hasSize(1);
    assertThat(bench.vendor().calls("POST *")).hasSize(1);
  }

  @Test
  void every_part_has_a_handle_of_its_own_and_comes_back_by_itself() {
    MediaClient client = client();
    var job = bench.clock().await(client.submit(image().count(5).seed(7).build()));

    assertThat(job.handles()).hasSize(3);
    assertThat(bench.clock().await(client.resume(job.handles().get(1)).result()).assets())
        .extracting(a -> a.url().orElseThrow().getPath())
        .containsExactly("/9.png");
    assertThat(bench.vendor().calls("POST *")).hasSize(3);
  }

  @Test
  void a_part_that_fails_later_becomes_a_warning() {
    MediaClient client = client();
    bench.vendor().on("GET /jobs/j9", json(400, "{'message':'out of paint'}"));

    ImageResult result = five(client);

    assertThat(result.images()).hasSize(2);
    assertThat(result.warnings())
        .singleElement()
        .asString()
        .contains("1 of 3 jobs failed")
        .contains("out of paint");
  }

  @Test
  void a_part_that_is_refused_becomes_a_warning() {
    MediaClient client = client();
    bench.vendor().on("POST /jobs/11", json(400, "{'message':'enough'}"));

    ImageResult result = five(client);

    assertThat(result.jobs()).hasSize(2);
    assertThat(result.warnings()).singleElement().asString().contains("enough");
  }

  @Test
  void when_all_parts_fail_the_request_fails() {
    MediaClient client = client();
    for (String seed : new String[] {"7", "9", "11"}) {
      bench.vendor().on("POST /jobs/" + seed, json(402, "{'message':'no money'}"));
    }

    assertThat(bench.failure(client, image().count(5).seed(7).build()).kind())
        .isEqualTo(ErrorKind.INSUFFICIENT_CREDITS);
  }

  /** The first failure spoke for all: the fallback was paid although a part may be running. */
  @Test
  void a_part_of_unknown_outcome_forbids_a_fallback_even_when_the_first_was_refused() {
    client();
    bench.vendor().on("POST /jobs/7", json(402, "{'message':'no money'}"));
    bench.vendor().on("POST /jobs/9", Reply.cut());
    bench.usual();
    MediaClient two = bench.client(adapter(), TinyAdapter.usual().id("other"));

    MediaException failure =
        bench.failure(two, image().count(4).seed(7).fallback("other/m").build());

    assertThat(failure).isInstanceOf(SubmissionUnknownException.class);
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
    assertThat(bench.vendor().calls("POST /jobs")).isEmpty();
  }

  /** Every part was estimated at the price of the first, so five images cost as much as six. */
  @Test
  void parts_of_different_size_cost_what_they_cost() {
    Cost cost = five(client()).cost();

    assertThat(cost.source()).isEqualTo(Cost.Source.ESTIMATED);
    assertThat(cost.usd().orElseThrow()).isEqualByComparingTo("0.05");
  }

  @Test
  void explaining_shows_every_part_and_the_price_of_all() {
    var explanation = client().explain(image().count(5).seed(7).build());

    assertThat(explanation.calls()).hasSize(3);
    assertThat(explanation.quote().usd().orElseThrow()).isEqualByComparingTo("0.05");
  }

  @Test
  void cancelling_cancels_every_part() {
    TinyAdapter canceling =
        TinyAdapter.of(new TinyOperation().cancels(job -> HttpCall.delete("/jobs/" + job.jobId())))
            .model(MODEL);
    bench.vendor().on("POST /jobs", json("{'id':'a'}"), json("{'id':'b'}"));
    bench.vendor().on("GET /jobs/*", json("{'state':'busy'}"));
    bench.vendor().on("DELETE /jobs/*", Reply.empty(204));
    var job = bench.clock().await(bench.client(canceling).submit(image().count(3).seed(7).build()));

    bench.clock().await(job.cancel());

    assertThat(bench.vendor().calls("DELETE /jobs/*"))
        .extracting(RecordedCall::target)
        .containsExactlyInAnyOrder("/jobs/a", "/jobs/b");
  }
}
