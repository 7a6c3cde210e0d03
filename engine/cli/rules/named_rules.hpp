// The rules that a tool of the author was asked about: folders, or files of a pack. Files that use names
// which their pack declares are read with the rest of it, and the tool then speaks of these files only.
#pragma once

#include <set>
#include <string>

#include "cli/rules/rules.hpp"

namespace lacuna::cli {

struct NamedRules {
    dsl::Pack pack;            // parsed and checked, whole
    std::set<SourceId> asked;  // the files that were named; empty: all
    std::string where;         // " in FOLDER", " (read with the rest of FOLDER)" or nothing

    [[nodiscard]] bool is_asked(SourceId file) const { return asked.empty() || asked.contains(file); }
};

// Errors are in the session: those of any file of the pack, since nothing can be said of a part of it then.
[[nodiscard]] NamedRules read_named(Session& session, RulesOptions const& options);

// What the files that were named declare: concepts and measures.
[[nodiscard]] std::set<std::string> names_asked(NamedRules const& rules);

// False, with an error in the session, when no declaration is called as --name asks, or no lexicon speaks the
// language of --lang.
[[nodiscard]] bool names_something(Session& session, dsl::Pack const& pack, RulesOptions const& options);

}  // namespace lacuna::cli
