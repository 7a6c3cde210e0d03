// One report model, many formats. `build` gathers everything that a reader may want to see (quoted words,
// paths, offsets, reasons) into plain data; every writer is a function from that model to bytes, so formats
// cannot disagree. nlohmann/json and libxlsxwriter are not seen outside report/*.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "coverage/assessment.hpp"

namespace lacuna::report {

inline constexpr std::string_view schema_version = "lacuna-report/1";

struct Quote {                             // words of the law
    std::string act, eid, citation, path;  // title of the act; "section 7(1)"; path of headings
    std::string file;                      // as the user wrote it
    std::uint32_t line = 0;                // of the file
    std::string text;                      // the words themselves
    std::string before, after;             // the words around them in the block, shortened
    std::string distance;                  // "passage", "section", "definition", …
    std::string label;                     // what matched, in rule words
};

struct ElementRow {
    std::string name;  // "conduct"
    bool found = false, needed = false, protects = false, option = false, allowed = false;
    std::vector<Quote> quotes;
    std::string failed;  // why not
};

struct ProvisionRow {  // one finding, or one near miss
    std::string measure, measure_title;
    std::string act, eid, citation, path, heading, file;
    std::uint32_t line = 0;
    std::string passage;  // the norm as it was read, one text
    std::string verdict;  // of this provision alone; "near miss" for misses
    std::string reason;
    bool broader = false, quoted = false;
    std::string force;
    double score = 0;
    std::vector<ElementRow> elements;
    std::vector<std::string> missing, extra, permitted, protections;
};

struct ObligationRow {
    std::string id, article, title, force, verdict, reason, verified, note, reservation;
    bool policy = false;
    std::vector<std::string> flags, missing_members;
    std::vector<ProvisionRow> provisions, near_misses;
};

struct ArticleRow {
    std::string article, title, chapter, chapter_title, verdict;
    std::vector<ObligationRow> obligations;
};

struct ActRow {
    std::string title, file, language, uri, date;
    std::uint64_t provisions = 0, units = 0, characters = 0;
    std::vector<std::string> kinds;
    std::vector<std::pair<std::string, std::uint64_t>> account;
    bool balanced = true;
};

struct Report {
    std::string instrument, instrument_title, cite;
    std::string country, country_code;
    std::vector<std::string> assumed;  // what was assumed for want of a country file
    std::vector<ActRow> acts;
    std::vector<std::string> unread;  // files that could not be read
    std::vector<ArticleRow> articles;
    std::vector<std::pair<std::string, std::uint64_t>>
        counts;                    // verdict -> number of obligations, fixed order
    std::uint64_t unverified = 0;  // obligations whose row is not verified against the authentic text
};

[[nodiscard]] Report build(program::Catalogue const& catalogue, coverage::Assessment const& assessment,
                           akn::StatuteSet const& set, match::Findings const& findings,
                           country::Selection const& selection, SourceMap const& sources);

struct TextOptions {
    bool colour = false;
    std::size_t width = 100;
    bool details = false;  // every element with its words; else a summary on one screen
};
[[nodiscard]] std::string to_text(Report const& report, TextOptions options = {});
[[nodiscard]] std::string to_json(Report const& report);
[[nodiscard]] std::string to_html(Report const& report);
// Diagnostics as JSON: code, severity, file, line, column, message, notes, help.
[[nodiscard]] std::string to_json(std::vector<Diagnostic> const& diagnostics, SourceMap const& sources);

}  // namespace lacuna::report
