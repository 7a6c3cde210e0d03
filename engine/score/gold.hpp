// What readers found in statutes, row by row, and the questions that follow from it: for each file and
// article whether it is covered, by which provisions, and with which elements missing. Every file is a closed
// world: an article that has rows, but none that is full or partial, is a gap.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "score/csv.hpp"

namespace lacuna::score {

struct Question {
    std::string file, convention, article;
    auto operator<=>(Question const&) const = default;
};

struct GoldRow {
    std::string country, family, file, eid, convention, article, obligation;
    std::string relation;  // full, partial; related (touches the subject); none
    std::string missing;   // element names, separated by ;
    std::string overbroad, effect, joint, confidence, note;
    [[nodiscard]] bool positive() const { return relation == "full" || relation == "partial"; }
    [[nodiscard]] bool strict() const;   // covers all that is asked
    [[nodiscard]] bool broader() const;  // goes beyond it
    [[nodiscard]] Question question() const;
};
[[nodiscard]] std::vector<GoldRow> gold_rows(Table const& table);

struct Truth {
    Question question;
    std::vector<GoldRow> rows;
    std::map<std::string, std::vector<GoldRow>> positive;  // section -> rows
    std::set<std::string> related;                         // sections neither right nor wrong
    std::set<std::string> obligations;                     // that the rows name; one empty name when none
    bool strict = false;                                   // some row is strict
    bool strict_all = false;                               // some row is strict for each obligation
};

struct GoldOptions {
    std::set<std::string> exclude;       // "uncc/21"
    std::string convention;              // only this one; empty: all
    std::vector<std::string> files;      // only files whose path holds one of these; empty: all
    std::string min_confidence = "low";  // low, med, high
};

struct Gold {
    std::vector<Truth> truths;                           // in the order of the rows
    std::map<Question, std::size_t> row;                 // of truths
    std::map<std::string, std::string> family, country;  // of each file
    std::set<std::string> files;                         // of all rows, before the options
    std::size_t unresolved = 0;                          // positive rows without a provision, left out
    [[nodiscard]] Truth const* find(Question const& question) const;
};
[[nodiscard]] Gold read_gold(std::vector<GoldRow> const& rows, GoldOptions const& options = {});

// Disputed rows. An adjudication names a gold row by file, eid, convention, article and obligation and says
// what it should say; relation `drop` takes it out; one that names no row adds one.
struct Adjudicated {
    std::vector<GoldRow> rows;
    std::size_t changed = 0, dropped = 0, added = 0;
    std::size_t idle = 0;  // a `drop` that names no row
};
[[nodiscard]] Adjudicated adjudicate(std::vector<GoldRow> const& gold,
                                     std::vector<GoldRow> const& adjudications);

// The section, article or other basic unit that an identifier lies in: sec_3__subsec_1 -> sec_3.
[[nodiscard]] std::string section_of(std::string const& eid);
// Names separated by ; or , in lower case.
[[nodiscard]] std::set<std::string> element_names(std::string const& text);

}  // namespace lacuna::score
