// What was read that could hold an obligation: only where the law that would hold it was read may an absence
// be called a gap.
#pragma once

#include "coverage/assessment.hpp"

namespace lacuna::coverage {

class Reach {
  public:
    Reach(program::Catalogue const& catalogue, akn::StatuteSet const& set, match::Findings const& findings,
          country::Selection const& selection);

    // False for a bill that was not asked for: what it holds proves nothing.
    [[nodiscard]] bool counts(DocumentId id) const { return acts_[id.index()].counts; }
    [[nodiscard]] bool is_bill(DocumentId id) const { return acts_[id.index()].bill; }
    // Empty when all law of the kinds that the obligation asks for was read, and could be read for what meets
    // it; else a sentence that says what was not.
    [[nodiscard]] std::string hindrance(program::Obligation const& obligation) const;

  private:
    struct Act {
        std::string title;
        std::string language;  // as the act says
        // Whose lexicon read it, the act's own language first; empty: none speaks it.
        std::vector<std::string> read_as;
        std::vector<std::string> unspoken;  // languages of parts that none speaks
        std::vector<std::string> kinds;     // empty: any
        bool bill = false, counts = true, text = true;
    };
    // Of one act that could hold the obligation.
    [[nodiscard]] std::string hindrance(Act const& act, program::Obligation const& obligation) const;

    // What stands in files that could not be read, or in acts that the country file says were not given.
    struct Unread {
        std::string name;
        std::vector<std::string> kinds;
        std::vector<ConceptId> laws;  // by its title; empty: it may be any
        bool given = true;
    };
    [[nodiscard]] static bool may_hold(Unread const& act, program::Obligation const& obligation);
    program::Catalogue const& catalogue_;
    std::vector<Act> acts_;  // by DocumentId
    std::vector<Unread> unread_;
};

}  // namespace lacuna::coverage
