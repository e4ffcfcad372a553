// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.Explanation;
import dev.mediagen.catalog.Quote;

/** An explanation for other programs. */
final class ExplanationJson {
  private ExplanationJson() {}

  static String write(Explanation explanation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("model", explanation.model().toString());
    json.set("quote", quote(explanation.quote()));
    explanation.warnings().forEach(json.putArray("warnings")::add);
    var calls = json.putArray("calls");
    explanation.calls().forEach(call -> calls.add(call(call)));
    return json.toString();
  }

  private static ObjectNode quote(Quote quote) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    quote.usd().ifPresent(usd -> json.put("usd", usd));
    json.put("basis", quote.basis());
    quote.source().ifPresent(source -> json.put("source", source));
    quote.asOf().ifPresent(date -> json.put("asOf", date));
    return json;
  }

  private static ObjectNode call(Explanation.Call call) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("purpose", call.purpose()).put("method", call.method()).put("url", call.url());
    call.headers().forEach(json.putObject("headers")::put);
    call.body().ifPresent(body -> json.put("body", body));
    return json;
  }
}
