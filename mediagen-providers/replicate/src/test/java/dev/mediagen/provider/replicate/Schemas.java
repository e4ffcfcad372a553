// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

/** Schemas in the form in which models publish them. */
final class Schemas {
  private Schemas() {}

  static String painter() {
    return model(
        "'prompt':{'type':'string'},'guidance':{'type':'number','minimum':0,'maximum':10,'default':3.5},"
            + "'num_inference_steps':{'type':'integer','minimum':1,'maximum':50},"
            + "'aspect_ratio':{'allOf':[{'$ref':'#/components/schemas/aspect_ratio'}],'default':'1:1'},"
            + "'images':{'type':'array','items':{'type':'string','format':'uri'}},'glow':{'type':'boolean'}",
        "'type':'string','format':'uri'",
        "'aspect_ratio':{'type':'string','enum':['1:1','16:9']},");
  }

  static String model(String fields, String output, String more) {
    return ("{'owner':'acme','name':'painter','is_official':false,'latest_version':{'id':'v123','openapi_schema':"
            + "{'components':{'schemas':{"
            + more
            + "'Input':{'type':'object','required':['prompt'],'properties':{"
            + fields
            + "}},'Output':{"
            + output
            + "}}}}}}")
        .replace('\'', '"');
  }
}
