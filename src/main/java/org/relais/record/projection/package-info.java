/**
 * Typed tables beside the record store, for rooms that ask for many records by their fields. A room declares what it wants to ask
 * ({@link org.relais.record.projection.Projection}, {@link org.relais.record.projection.ReferencesTo}); the store fills it with
 * the same sets with which it stores, deletes and starts over, so it always says what the store says.
 */
@NamedInterface("projection")
package org.relais.record.projection;

import org.springframework.modulith.NamedInterface;
