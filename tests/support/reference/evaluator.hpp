// Measures read passage by passage straight from the rules as written: every measure in every passage, every
// place tried. Definitions and citations are the engine's own; what a condition makes of them is not.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "akn/set.hpp"
#include "dsl/ast.hpp"
#include "match/set_text.hpp"
#include "support/reference/patterns.hpp"

namespace lacuna::test::reference {

// One passage in which a measure was found, and which elements of it.
struct Found {
    std::string measure;
    std::size_t act = 0, unit = 0;
    std::vector<bool> elements;
    auto operator<=>(Found const&) const = default;
};

class Evaluator {
  public:
    // All acts are in one language. `texts` gives definitions and citations.
    Evaluator(dsl::Pack const& pack, akn::StatuteSet const& set, match::SetText const& texts,
              std::string const& language);

    [[nodiscard]] std::set<Found> run();

  private:
    struct Act {
        match::ActContext const* context = nullptr;
        text::StatuteText const* text = nullptr;
        akn::Document const* document = nullptr;
        std::vector<Words> passages, segments;
    };
    struct Spot {  // a passage
        std::size_t act = 0, unit = 0, passage = 0;
    };
    struct Stretch {  // words that a condition is tried on; none of the places may leave begin and end
        Words const* words = nullptr;
        std::size_t begin = 0, end = static_cast<std::size_t>(-1);
    };
    using Scopes = std::vector<dsl::Scope>;
    using Condition = dsl::Condition;

    [[nodiscard]] dsl::Measure const& measure(std::string const& name) const;
    [[nodiscard]] std::optional<Condition> gate_of(dsl::Measure const& measure) const;
    [[nodiscard]] bool is_element(dsl::Measure const* of, std::string const& name) const;
    [[nodiscard]] std::size_t rank(dsl::Measure const& measure) const;
    void read(dsl::Measure const& measure, std::set<Found>& into);
    [[nodiscard]] bool holds(Condition const& condition, dsl::Measure const* of, Scopes const& scopes,
                             Spot const& spot);
    [[nodiscard]] bool gives_places(Condition const& condition, dsl::Measure const* of) const;
    [[nodiscard]] Places places(Condition const& condition, Words const& words) const;
    [[nodiscard]] Places joined(Condition const& condition, Words const& words) const;
    [[nodiscard]] static Places joined(Condition const& condition, Places const& ones, Places const& others,
                                       Words const& words);
    [[nodiscard]] Places values(Condition const& condition, Words const& words) const;
    [[nodiscard]] bool somewhere(Condition const& condition, dsl::Scope scope, Spot const& spot);
    [[nodiscard]] bool in_part_headed(Condition const& condition, std::string const& headed,
                                      Spot const& spot);
    [[nodiscard]] bool defines(Condition const& condition, Spot const& spot) const;
    [[nodiscard]] bool refers_to(std::string const& name, Spot const& spot) const;
    [[nodiscard]] std::vector<Stretch> stretches(dsl::Scope scope, Spot const& spot) const;
    void anchor(Condition const& condition, dsl::Measure const* of, Spot const& spot);

    dsl::Pack const& pack_;
    Patterns patterns_;
    match::SetText const& texts_;
    std::vector<std::unique_ptr<Act>> acts_;
    std::map<std::string, std::vector<Spot>> found_;  // in force, by measure
    std::vector<std::size_t> anchors_;
};

}  // namespace lacuna::test::reference
