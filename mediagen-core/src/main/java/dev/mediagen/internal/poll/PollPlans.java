// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import dev.mediagen.ModelId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans when vendors are asked about jobs, and learns from each job how long its model takes. It
 * remembers the last 100 jobs of the 500 models used last. Thread-safe.
 *
 * <p>Of a model that was never seen a job is asked for every 5 s. After three jobs the times to ask
 * are those that cost least in delay and polls for the spread of the durations seen; after fifty
 * the delay is within about a fifth of the least possible at as many polls.
 */
public final class PollPlans {
  private static final Logger LOG = LoggerFactory.getLogger(PollPlans.class);

  private static final int MODELS = 500;

  /** Multiples of it modulo 1 fill the range from 0 to 1 more evenly than random numbers do. */
  private static final double GOLDEN = 0.6180339887498949;

  private final Map<ModelId, ModelTimes> models; // Guarded by itself.
  private final double start;
  private final AtomicInteger planned = new AtomicInteger();

  /** Plans that have seen nothing, whose phases differ from those of other processes. */
  public PollPlans() {
    this(ThreadLocalRandom.current().nextDouble());
  }

  /**
   * Plans that have seen nothing.
   *
   * @param start where the first job stands among those that begin with it, from 0 to 1; the same
   *     start leads to the same plans
   */
  public PollPlans(double start) {
    this.start = start;
    this.models =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<ModelId, ModelTimes> eldest) {
            return size() > MODELS;
          }
        };
  }

  /**
   * Reads what {@link #toJson} wrote. What cannot be read is not worth a failure, since it is
   * learned again: a warning is logged and the plans start empty.
   */
  public static PollPlans fromJson(String json) {
    PollPlans plans = new PollPlans();
    try {
      plans.models.putAll(PollPlansCodec.read(json));
    } catch (IllegalArgumentException e) {
      LOG.warn("what was learned of polling cannot be read, starting anew: {}", e.getMessage());
    }
    return plans;
  }

  /** What was learned, the last 50 jobs of each model, as a small JSON document. */
  public String toJson() {
    Map<ModelId, ModelTimes> copy;
    synchronized (models) {
      copy = new LinkedHashMap<>(models);
    }
    return PollPlansCodec.write(copy);
  }

  /**
   * A plan for a job that begins.
   *
   * @param typical how long a job of the model usually takes, by the catalogue; counts only until
   *     three jobs were seen
   */
  public PollPlan plan(ModelId model, Optional<Duration> typical) {
    double phase = (start + planned.getAndIncrement() * GOLDEN) % 1;
    return new PollPlan(times(model), ColdSchedule.of(typical), Math.abs(phase) - 0.5);
  }

  /**
   * Learns from a job that has succeeded. Now and then this works out a new schedule, on the
   * caller's thread, which takes a few milliseconds at most.
   *
   * @param notDone how long after its beginning the job was last seen not to be done; zero if never
   * @param done how long after its beginning it was seen to be done; the same as {@code notDone}
   *     when the vendor told the moment itself
   */
  public void learn(ModelId model, Duration notDone, Duration done) {
    times(model).add(Observed.of(notDone, done));
  }

  /** After how long half of the model's jobs are done; empty before three were seen. */
  public Optional<Duration> expected(ModelId model) {
    ModelTimes times;
    synchronized (models) {
      times = models.get(model);
    }
    return Optional.ofNullable(times)
        .map(ModelTimes::schedule)
        .map(LearnedSchedule::median)
        .map(Seconds::duration);
  }

  private ModelTimes times(ModelId model) {
    synchronized (models) {
      return models.computeIfAbsent(model, unknown -> new ModelTimes());
    }
  }
}
