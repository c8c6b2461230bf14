/**
 * How far one channel's reading lies outside of what the channel has shown: several views of it
 * (the value, its means, its distance from the season, its restlessness, its surprise), each beside
 * its own past. A value in natural units enters, one strength without a unit leaves. It knows
 * neither models nor probabilities; the recipe and what was tried is in
 * docs/decisions/0018-outside-of-what-it-has-shown.md.
 */
package io.hindsight.model.score.outside;
