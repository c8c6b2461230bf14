/**
 * Natural units enter, z units leave, and back again. It knows the statistics that it is given and
 * nothing of where they come from.
 */
package io.hindsight.model.normalise;
