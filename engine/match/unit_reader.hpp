// Reads the conditions of measures in the basic units of one act, passage by passage, and says where and how
// far away each holds.
#pragma once

#include <functional>
#include <string>

#include "match/condition_places.hpp"
#include "match/spans.hpp"

namespace lacuna::match {

class UnitReader {
  public:
    using Scopes = std::vector<dsl::Scope>;
    UnitReader(SetText const& set, DocumentId act);

    void go_to(std::uint32_t unit, std::uint32_t passage);  // a row of StatuteText::passages, of the unit
    // `in sentence` means the sentences of the passage in which the words of `needs` stand. To be said after
    // go_to, before anything is judged.
    void anchor_at(MeasureId measure, program::ConditionId needs);
    // `measure` resolves the names of elements; `scopes` hold where the condition names none.
    [[nodiscard]] Outcome judge(MeasureId measure, program::ConditionId id, Scopes const& scopes);
    // Whether it holds, and no more: much quicker than judge(), which has words to quote.
    [[nodiscard]] bool holds(MeasureId measure, program::ConditionId id, Scopes const& scopes);
    // judge() of a condition that many measures share, and that is not about the sentences of one of them:
    // what comes out is kept for each passage.
    [[nodiscard]] Outcome judge_shared(MeasureId measure, program::ConditionId id, Scopes const& scopes);
    // Which part of a condition that does not hold failed, in rule words.
    [[nodiscard]] std::string why_not(MeasureId measure, program::ConditionId id, Scopes const& scopes);
    // What a condition that does not hold lacks, of its alternative of which most is there.
    [[nodiscard]] std::vector<Lack> lacking(MeasureId measure, program::ConditionId id, Scopes const& scopes);
    // How many of the concepts occur in the passage. Gives up, with fewer, once more than `most_missing` of
    // those that the index has there do not.
    [[nodiscard]] std::size_t count_present(std::vector<ConceptId> const& concepts,
                                            std::size_t most_missing = ~std::size_t{0});
    // Of these concepts the share that the heading of the unit names, and of its words the share that they
    // take.
    struct Headed {
        double concepts = 0, words = 0;
    };
    [[nodiscard]] Headed in_heading(std::vector<ConceptId> const& concepts) const;

  private:
    struct Place {  // a stretch of a view
        View* view = nullptr;
        std::uint32_t begin = 0, end = 0xFFFF'FFFFu;
    };
    using Visit = std::function<bool(Place const&)>;  // true: enough
    [[nodiscard]] View& view_of(std::uint32_t passage);
    // Calls `visit` with each place of a scope in turn in which the condition is to be sought; true as soon
    // as a visit says so.
    bool visit_scope(dsl::Scope scope, program::ConditionId id, Visit const& visit);
    bool visit_definitions(program::ConditionId id, Visit const& visit);
    bool visit_references(program::ConditionId id, Visit const& visit);
    bool visit_part(program::ConditionId id, Visit const& visit);
    [[nodiscard]] bool may_hold(program::ConditionId id, std::uint32_t passage) const {
        return places_.may_hold(id, passage);
    }
    bool visit_section(program::ConditionId id, Visit const& visit);
    // Whether words of the passage, one of the act, may prove something of the passage that is read: what is
    // no law proves nothing of what is.
    [[nodiscard]] bool lends(std::uint32_t passage);
    [[nodiscard]] bool is_law(DocumentId act, std::uint32_t passage) const;

    // Whether the condition holds, without a word of where.
    [[nodiscard]] bool holds_here(MeasureId measure, program::ConditionId id, Scopes const& scopes);
    [[nodiscard]] bool children_hold(MeasureId measure, program::ConditionNode const& node,
                                     Scopes const& scopes);
    [[nodiscard]] Outcome judge_children(MeasureId measure, program::ConditionNode const& node,
                                         Scopes const& scopes);
    [[nodiscard]] Outcome search(program::ConditionId id, Scopes const& scopes);
    // In the places of one scope; the words of the first that has any are quoted, if they are wanted.
    [[nodiscard]] bool search_places(dsl::Scope scope, program::ConditionId id,
                                     std::vector<Evidence>& quotes);
    [[nodiscard]] Outcome search_whole_act(program::ConditionId id, Distance distance);
    [[nodiscard]] Outcome search_act(program::ConditionId id, DocumentId act, Distance distance);
    [[nodiscard]] Outcome search_part_headed(program::ConditionId id, ConceptId headed);
    [[nodiscard]] Hits hits_at(program::ConditionId id, Place const& place, bool in_sentence);
    [[nodiscard]] bool any_at(program::ConditionId id, Place const& place, bool in_sentence);
    [[nodiscard]] bool fits(Hit const& hit, Place const& place, bool in_sentence);
    [[nodiscard]] Hits values_at(program::ConditionNode const& node, Place const& place);
    // Every value that bears the name of the comparison, whatever it is.
    [[nodiscard]] Hits bound_at(program::ConditionNode const& node, Place const& place);
    [[nodiscard]] Outcome found_in_set(MeasureId measure) const;
    [[nodiscard]] Outcome heading_has(program::ConditionNode const& node);
    [[nodiscard]] Outcome defines(program::ConditionNode const& node);
    [[nodiscard]] Outcome refers_to(MeasureId measure);
    void anchor(MeasureId measure, program::ConditionId needs);
    // While one lives, what is asked needs no words to quote.
    class Quiet {
      public:
        explicit Quiet(UnitReader& reader) : quoting_(reader.quoting_), was_(quoting_) { quoting_ = false; }
        ~Quiet() { quoting_ = was_; }
        Quiet(Quiet const&) = delete;
        Quiet& operator=(Quiet const&) = delete;

      private:
        bool& quoting_;
        bool was_;
    };
    [[nodiscard]] std::vector<std::uint32_t> const& anchors();
    struct Rest {                   // what a condition lacks
        std::uint32_t there = 0;    // parts that hold
        std::uint32_t missing = 0;  // parts that do not
        std::uint32_t unnamed = 0;  // of those, the ones that no concept can name
        std::vector<Lack> lacks;
        void add(Rest const& other);
        [[nodiscard]] bool nearer_than(Rest const& other) const;
    };
    [[nodiscard]] Rest rest_of(MeasureId measure, program::ConditionId id, Scopes const& scopes);
    [[nodiscard]] Rest rest_of_children(MeasureId measure, program::ConditionNode const& node,
                                        Scopes const& scopes);
    [[nodiscard]] Rest rest_of_count(MeasureId measure, program::ConditionNode const& node,
                                     Scopes const& scopes);
    [[nodiscard]] Rest rest_of_near(program::ConditionNode const& node, Scopes const& scopes);
    [[nodiscard]] std::string why_not_near(program::ConditionNode const& node, Scopes const& scopes);
    [[nodiscard]] std::string why_not_value(program::ConditionId id, Scopes const& scopes);

    SetText const& set_;
    program::Program const& program_;
    DocumentId act_id_;
    ActContext const& act_;
    ConditionPlaces places_;
    std::uint32_t unit_ = 0, passage_ = 0;
    std::unordered_map<std::uint32_t, std::unique_ptr<View>> views_;
    View* here_ = nullptr;  // of the passage, once asked for
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> definitions_used_;  // by passage
    std::unordered_map<std::uint64_t, Outcome> shared_;  // by condition and passage
    bool quoting_ = true;
    MeasureId anchor_measure_;  // with the next: where anchors are still to be looked for
    program::ConditionId anchor_needs_;
    std::vector<std::uint32_t> anchors_;  // positions in the passage of the words of `needs`
};

[[nodiscard]] Distance distance_of(dsl::Scope scope);
// Measures of which one found anywhere in the set makes the condition hold.
[[nodiscard]] std::vector<MeasureId> rules_that_supply(program::Program const& program,
                                                       program::ConditionId id);

}  // namespace lacuna::match
