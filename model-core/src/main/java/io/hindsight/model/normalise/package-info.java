/**
 * Natural units enter, z units leave, and back again, or on to other z units. It knows the
 * statistics that it is given and nothing of where they come from.
 */
package io.hindsight.model.normalise;
