// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every exchange of a job's life with every fault, once and for ever, over real sockets.
 *
 * <p>What must come out stands in {@code src/test/resources/fault}, in the words of {@link Outcome}
 * and with the number of jobs that the vendor may put on the bill: {@code ok 1}. Where a race
 * decides there are two, {@code ok 1 or unknown? 0}. What the engine does today and should not
 * stands behind it in brackets: {@code ok 1 (io 1)}. What came out is in {@code
 * target/fault-matrix.txt}, with a star where it should be something else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixTest {
  /** Most cells wait for something most of the time. */
  private static final int THREADS = 8;

  @TempDir private static Path directory;

  private final Grid once = new Grid();
  private final Grid always = new Grid();
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  void play() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try (BadPlaces places = new BadPlaces()) {
      List<Callable<List<String>>> cells = new ArrayList<>();
      for (Fault fault : Fault.values()) {
        for (Exchange exchange : Exchange.values()) {
          cells.add(() -> cell(once, new Stage(exchange, fault, true, places), fault));
          cells.add(() -> cell(always, new Stage(exchange, fault, false, places), fault));
        }
      }
      for (Future<List<String>> played : pool.invokeAll(cells)) {
        complaints.addAll(played.get());
      }
    } finally {
      pool.shutdownNow();
    }
    print();
  }

  private static List<String> cell(Grid grid, Stage stage, Fault fault) {
    try (Play play = new Play(stage, directory)) {
      grid.put(stage.exchange(), fault, play.outcome());
      return play.complaints();
    }
  }

  private void print() throws IOException {
    String text =
        "A fault once, then good replies:\n\n"
            + starred(once, expected("once"))
            + "\nA fault every time:\n\n"
            + starred(always, expected("always"));
    Files.writeString(Files.createDirectories(Path.of("target")).resolve("fault-matrix.txt"), text);
    System.out.println(text);
  }

  @Test
  void a_fault_that_passes_leads_to_what_the_table_says() {
    assertThat(differences(once, expected("once"))).isEmpty();
  }

  @Test
  void a_fault_that_stays_leads_to_what_the_table_says() {
    assertThat(differences(always, expected("always"))).isEmpty();
  }

  /** Whatever the tables say. */
  @Test
  void nobody_pays_twice_and_every_future_completes() {
    for (Fault fault : Fault.values()) {
      for (Exchange exchange : Exchange.values()) {
        assertThat(List.of(once.get(exchange, fault), always.get(exchange, fault)))
            .as("%s, %s", exchange.label(), fault.label())
            .allSatisfy(cell -> assertThat(cell).matches("(?!hangs|interrupted).+ [01]"));
      }
    }
  }

  @Test
  void nothing_is_left_behind_and_no_key_is_told() {
    assertThat(complaints).isEmpty();
    assertThat(Leaks.threads()).isEmpty();
    assertThat(Leaks.files()).isEmpty();
  }

  private static List<String> differences(Grid actual, Grid expected) {
    List<String> all = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      for (Exchange exchange : Exchange.values()) {
        Expected wanted = Expected.parse(expected.get(exchange, fault));
        String came = actual.get(exchange, fault);
        if (!wanted.allows(came)) {
          all.add(exchange.label() + ", " + fault.label() + ": " + came + ", not " + wanted);
        }
      }
    }
    return all;
  }

  private static Grid starred(Grid actual, Grid expected) {
    Grid starred = new Grid();
    for (Fault fault : Fault.values()) {
      for (Exchange exchange : Exchange.values()) {
        String came = actual.get(exchange, fault);
        boolean right = Expected.parse(expected.get(exchange, fault)).wants(came);
        starred.put(exchange, fault, right ? came : came + " *");
      }
    }
    return starred;
  }

  private static Grid expected(String name) {
    String file = "/fault/" + name + ".txt";
    try (InputStream in = Objects.requireNonNull(FaultMatrixTest.class.getResourceAsStream(file))) {
      return Grid.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
