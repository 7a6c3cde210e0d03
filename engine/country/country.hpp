// What people say about a country's law: country.json (names, languages, acts and the kinds of law they are,
// reservations, declarations) and the reviewers' decisions in mappings/. This room reads and writes those
// files; nlohmann/json is not seen outside it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace lacuna::country {

struct Act {
    std::string file;                // relative to the folder
    std::vector<std::string> kinds;  // "substantive", "procedure", "cooperation", …
};

struct Reservation {
    std::string instrument, article;  // "uncc", "11.3"
    std::string text;
    bool declaration = false;
};

struct Country {
    std::string code, name, tradition, note;
    std::vector<std::string> languages;
    std::vector<Act> acts;  // empty: every file of the folder
    std::vector<Act> bills;
    std::vector<Reservation> reservations;
    bool assumed = true;  // no country.json: everything above was assumed, and the report says so
    std::filesystem::path folder;
};

// What to read for a PATH of the command line: a folder with country.json (its acts), a folder without (every
// .xml below it), or one file. Errors (C001 …) name file and line.
struct Selection {
    Country country;
    std::vector<std::filesystem::path> files;  // sorted
    std::map<std::string, std::vector<std::string>>
        kinds;  // path -> kinds of law; absent: assumed to hold any kind
};
[[nodiscard]] Selection select(std::vector<std::filesystem::path> const& paths, SourceMap& sources,
                               Diagnostics& diagnostics);

}  // namespace lacuna::country
