// A list of branches of concepts in a file: written by `rules coverage --by-country`, read by `evaluate
// --without`. One line for each: country, concept, place (file:line:column), the branch as written; between
// them tabs. Lines that begin with # are remarks.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "cli/session.hpp"
#include "dsl/ast.hpp"

namespace lacuna::cli {

[[nodiscard]] std::string branch_line(SourceMap const& sources, std::string const& country,
                                      dsl::Concept const& declared, dsl::Pattern const& branch);

// The places of the branches of each country; "*" as a country means all of them. Nothing, and an error for
// each line, when a branch is not where the file says: the rules have changed since.
using BranchList = std::map<std::string, std::set<Span>>;
[[nodiscard]] std::optional<BranchList> read_branch_list(Session& session, dsl::Pack const& pack,
                                                         std::string const& path);
// What is to be taken away for a country.
[[nodiscard]] std::set<Span> branches_of(BranchList const& list, std::string const& country);

}  // namespace lacuna::cli
