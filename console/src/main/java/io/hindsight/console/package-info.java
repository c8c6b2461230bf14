/**
 * What a person runs. Arguments enter, an exit code leaves; everything between belongs to {@code
 * command}, the local broker and cluster to {@code local}, and the telling of faults to {@code
 * fault}.
 */
package io.hindsight.console;
