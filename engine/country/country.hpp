// What people say about a country's law: country.json (names, languages, acts and the kinds of law they are,
// reservations, declarations) and the reviewers' decisions in mappings/. This room reads and writes those
// files; nlohmann/json is not seen outside it.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "country/decisions.hpp"

namespace lacuna::country {

struct Act {
    std::string file;                // relative to the folder
    std::vector<std::string> kinds;  // as the rules name them; empty: not said
    std::string title{};             // for an act that does not say it; empty: as the act says
    Span kinds_place{};              // in the file
};

// An act that is law in the country and that nobody could give: what it may hold is no gap.
struct UnreadAct {
    std::string title;
    std::vector<std::string> kinds;
    Span kinds_place{};  // in the file
};

struct Reservation {
    std::string instrument, article;  // "uncc", "11.3"
    std::string text;
    bool declaration = false;
    Span instrument_place{}, article_place{};  // in the file
};

struct Country {
    std::string code, name, tradition, note;
    std::vector<std::string> languages;
    std::vector<Act> acts;  // empty: every file of the folder
    std::vector<Act> bills;
    std::vector<UnreadAct> not_read;
    std::vector<Reservation> reservations;  // declarations too
    bool assumed = true;  // no country.json was read: everything above was assumed, and the report says so
    std::filesystem::path folder;
    [[nodiscard]] Reservation const* reservation(std::string_view instrument, std::string_view article) const;
};

// What to read for the PATHs of the command line: a folder with country.json (its acts), a folder without
// (every .xml below it), or one file.
struct Selection {
    Country country;
    std::vector<std::filesystem::path> files;  // sorted, each once
    std::map<std::string, std::vector<std::string>>
        kinds;                                  // path -> kinds of law; absent: assumed to hold any kind
    std::map<std::string, std::string> titles;  // path -> title, where the country file gives one
    std::set<std::string> as_law;               // paths that count as law even when they are bills
    std::vector<std::string> assumed;           // what was assumed, one sentence each
    std::string named_after;                    // the folder's name, where nothing gives that of the country
    std::vector<std::string> with_bills;        // bills that were asked for, as written
    std::vector<Decision> decisions;            // what reviewers decided; select() leaves them out
};

// The sentence of Selection::assumed that says so of `named_after`.
[[nodiscard]] std::string name_assumed(std::string const& named_after);

struct SelectOptions {
    std::vector<std::filesystem::path> with_bills;  // files to read as if they were law
};

// Errors (C001 …) name file and line, and leave out only what they are about. Without a country.json a folder
// or file is the whole set; what had to be assumed is said. Two country files in one set are an error: the
// first is used.
[[nodiscard]] Selection select(std::vector<std::filesystem::path> const& paths, SourceMap& sources,
                               Diagnostics& diagnostics, SelectOptions const& options = {});

}  // namespace lacuna::country
