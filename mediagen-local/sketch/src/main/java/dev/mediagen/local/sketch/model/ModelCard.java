// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.model;

import java.util.List;

/**
 * What is published of a model.
 *
 * @param id the name that a request gives
 * @param modality what kind of media it makes
 * @param description one sentence for people
 * @param fields the input it reads
 * @param produces the media types it may return
 */
public record ModelCard(
    String id, String modality, String description, List<Field> fields, List<String> produces) {}
