// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdaptersTest {
  @TempDir Path folder;

  /** An adapter that does no more than have an id. */
  public static class Good implements ProviderAdapter {
    @Override
    public int contractVersion() {
      return CONTRACT_VERSION;
    }

    @Override
    public ProviderInfo info() {
      return ProviderInfo.builder().id("good").name("Good").build();
    }

    @Override
    public Catalog catalog() {
      return Catalog.empty(info().id());
    }

    @Override
    public Map<String, Operation> operations() {
      return Map.of();
    }

    @Override
    public ErrorDetails failure(HttpReply reply) {
      return ErrorDetails.of(ErrorKind.FAILED, "").build();
    }
  }

  /** Another class with the same id. */
  public static class Namesake extends Good {}

  /** Built against another version of the contract. */
  public static class Newer extends Good {
    @Override
    public int contractVersion() {
      return CONTRACT_VERSION + 1;
    }
  }

  /** Cannot be made. */
  public static class Broken extends Good {
    /** Throws. */
    public Broken() {
      throw new IllegalStateException("no such luck");
    }
  }

  /** Lacks a class it was compiled against. */
  public static class Unlinked extends Good {
    @Override
    public ProviderInfo info() {
      throw new NoClassDefFoundError("com/example/Gone");
    }
  }

  /** Has a catalogue that cannot be read. */
  public static class Misprinted extends Good {
    @Override
    public Catalog catalog() {
      return Catalog.read("{oops");
    }
  }

  /** The adapters that a class path with these lines in its services file offers. */
  private Adapters found(String... lines) throws IOException {
    Path file = folder.resolve("META-INF/services/" + ProviderAdapter.class.getName());
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, AdaptersTest.class.getClassLoader())) {
      thread.setContextClassLoader(loader);
      return new Adapters(new ClientSettings());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void an_adapter_on_the_class_path_is_found() throws IOException {
    Adapters adapters = found(Good.class.getName());

    assertThat(adapters.byId()).containsOnlyKeys("good");
    assertThat(adapters.problems()).isEmpty();
  }

  @Test
  void broken_adapters_are_reported_and_skipped_and_the_others_are_found() throws IOException {
    Adapters adapters =
        found(
            Broken.class.getName(),
            "com.example.NotThere",
            AdaptersTest.class.getName(),
            Unlinked.class.getName(),
            Good.class.getName());

    assertThat(adapters.byId()).containsOnlyKeys("good");
    assertThat(adapters.problems()).hasSize(4);
    assertThat(adapters.problems().get(0)).contains("Broken").contains("no such luck");
    assertThat(adapters.problems().get(1)).contains("com.example.NotThere");
    assertThat(adapters.problems().get(2)).contains("not a subtype");
    assertThat(adapters.problems().get(3)).contains("Unlinked").contains("com/example/Gone");
  }

  @Test
  void an_adapter_whose_catalogue_cannot_be_read_is_reported_and_skipped() throws IOException {
    Adapters adapters = found(Misprinted.class.getName(), Good.class.getName());

    assertThat(adapters.byId().get("good")).isExactlyInstanceOf(Good.class);
    assertThat(adapters.problems())
        .singleElement()
        .asString()
        .contains("Misprinted")
        .contains("not JSON");
  }

  @Test
  void of_two_adapters_with_one_id_the_first_stays_and_both_are_named() throws IOException {
    Adapters adapters = found(Good.class.getName(), Namesake.class.getName());

    assertThat(adapters.byId().get("good")).isExactlyInstanceOf(Good.class);
    assertThat(adapters.problems())
        .singleElement()
        .asString()
        .contains("good")
        .contains(Good.class.getName() + " is used")
        .contains(Namesake.class.getName() + " is not");
  }

  @Test
  void an_adapter_for_another_contract_is_refused_with_both_versions() throws IOException {
    Adapters adapters = found(Newer.class.getName());

    assertThat(adapters.byId()).isEmpty();
    assertThat(adapters.problems())
        .singleElement()
        .asString()
        .contains("version " + (ProviderAdapter.CONTRACT_VERSION + 1))
        .contains("this is version " + ProviderAdapter.CONTRACT_VERSION)
        .contains("matching versions");
  }

  @Test
  void a_services_file_that_cannot_be_read_harms_nothing() throws IOException {
    Adapters adapters = found("this is no class name", Good.class.getName());

    assertThat(adapters.problems()).isNotEmpty();
  }

  @Test
  void an_adapter_that_is_given_wins_over_the_class_path() throws IOException {
    ClientSettings settings = new ClientSettings();
    settings.discover(false);
    Namesake mine = new Namesake();
    settings.adapters().add(mine);
    settings.adapters().add(new Good());

    assertThat(new Adapters(settings).byId().get("good")).isSameAs(mine);
    assertThat(found(Good.class.getName()).byId()).hasSize(1);
  }

  @Test
  void without_discovery_nothing_is_found() {
    ClientSettings settings = new ClientSettings();
    settings.discover(false);

    assertThat(new Adapters(settings).byId()).isEmpty();
  }
}
