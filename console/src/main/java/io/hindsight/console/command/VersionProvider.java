package io.hindsight.console.command;

import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest names it. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = VersionProvider.class.getPackage().getImplementationVersion();
        return new String[] {"hindsight " + (version == null ? "(not packaged)" : version)};
    }
}
