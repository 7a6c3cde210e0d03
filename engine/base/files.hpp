// Files: reading whole files with the causes of failure as data, listing folders in a fixed order, and
// writing whole files or nothing. Nothing here follows a symbolic link to a folder twice, opens a device, or
// blocks on a pipe.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace lacuna {

struct ReadLimits {
    std::uint64_t max_bytes = std::uint64_t{512} << 20;  // of one file
};

// Registers the file under `name` and reads it. A failure gives an error in `diagnostics` (F001, F002, F003,
// F005, F006) whose span names the file, and an id of a Source without bytes; `ok` tells.
struct ReadResult {
    SourceId id;
    bool ok = false;
};
[[nodiscard]] ReadResult read_file(std::filesystem::path const& path, SourceMap& sources,
                                   Diagnostics& diagnostics, ReadLimits limits = {});
// As read_file, into a Source that was registered before (its name is the path); may run on any thread.
[[nodiscard]] bool read_into(Source& source, SourceId id, Diagnostics& diagnostics, ReadLimits limits = {});

// Every regular file below `path` (or `path` itself) whose name ends in one of `extensions` (".xml"), sorted
// by path. Files and folders whose name starts with a dot are passed over. Failures go to `diagnostics`.
[[nodiscard]] std::vector<std::filesystem::path> list_files(std::filesystem::path const& path,
                                                            std::vector<std::string> const& extensions,
                                                            SourceMap& sources, Diagnostics& diagnostics);

// Writes to a temporary file in the same folder, flushes it to the disk and renames it over `path`: a reader,
// or a crash at any moment, sees the old file or the new one. False with the cause in `error` on failure.
[[nodiscard]] bool write_file(std::filesystem::path const& path, std::string_view bytes, std::string& error);

}  // namespace lacuna
