/**
 * The whole system on one machine, played through once and checked by a reader that trusts nobody:
 * a recording goes in, a summary comes out. It wires the other rooms together and computes nothing
 * that the product itself would need.
 */
package io.hindsight.console.demo;
