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
    // Empty when all law of the asked kinds was read; else a sentence that says what was not.
    [[nodiscard]] std::string hindrance(std::vector<std::string> const& kinds) const;

  private:
    struct Act {
        std::string title;
        std::string language;
        std::vector<std::string> kinds;  // empty: any
        bool bill = false, counts = true, spoken = true, text = true;
    };
    struct Unread {
        std::string file;
        std::vector<std::string> kinds;
    };
    std::vector<Act> acts_;  // by DocumentId
    std::vector<Unread> unread_;
    std::vector<std::string> languages_;
};

}  // namespace lacuna::coverage
