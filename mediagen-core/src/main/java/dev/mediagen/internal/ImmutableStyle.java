// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How every value of this library is generated: an interface for users, a hidden implementation,
 * and a nested {@code Builder} that inherits the generated one.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    jdkOnly = true,
    depluralize = true,
    depluralizeDictionary = "box:boxes",
    add = "*",
    put = "*",
    allParameters = false,
    defaults = @Value.Immutable(copy = false))
public @interface ImmutableStyle {}
