// All acts of a set as match/ works on them, and what earlier measures found in them. Shared by all threads;
// what is made on demand (definitions, citations) is made once.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <tuple>
#include <vector>

#include "match/citations.hpp"
#include "match/definitions.hpp"
#include "match/finding.hpp"
#include "match/place_index.hpp"

namespace lacuna::match {

class ActContext {
  public:
    ActContext(ActText text, program::KnownConcepts const& known);

  private:
    ActText text_;
    std::unique_ptr<Definitions> definitions_;

  public:
    ActText const& text = text_;
    PlaceIndex const places;
    bool const in_force;  // every provision: most acts hold nothing else, and need not be asked for each
    // Makes now what is made on demand otherwise, so that no thread waits for another that makes it.
    void read_ahead() const;
    [[nodiscard]] Definitions const& definitions() const { return *definitions_; }
    [[nodiscard]] Citations const& citations() const;
    // Passages that hold a segment, sorted.
    [[nodiscard]] std::span<std::uint32_t const> passages_of(std::uint32_t segment) const;
    // Passages in which some term is defined.
    [[nodiscard]] PlaceSet const& defining() const;

  private:
    program::KnownConcepts known_;
    mutable std::once_flag citations_once_, defining_once_;
    mutable std::unique_ptr<Citations> citations_;
    mutable std::unique_ptr<PlaceSet> defining_;
};

// How a condition came out: whether it holds, how far away, and the words that prove it.
struct Outcome {
    bool found = false;
    Distance distance = Distance::passage;
    std::vector<Evidence> evidence;
};

struct SetText {
    program::Program const* program = nullptr;
    bool options_explained = false;  // why an option was not found, which only an author asks
    // DocumentId is the index. Behind the acts stand the parts of acts in other languages, each as an act.
    std::vector<std::unique_ptr<ActContext>> acts;
    std::vector<DocumentId> part_of;      // by part: the act that it is a part of
    std::vector<PartLanguage> languages;  // of the parts, those that were not read too
    std::vector<ActRepeal> repeals;       // sorted by act
    // By measure, of those that others ask for: its findings in force, in the order of the set; filled rank
    // by rank.
    std::vector<std::vector<Finding>> found;
    // Concepts that give values a name, by language and bind.
    std::vector<std::vector<std::vector<ConceptId>>> concepts_of_bind;

    [[nodiscard]] std::size_t documents() const { return acts.size() - part_of.size(); }
    [[nodiscard]] bool has_parts() const { return !part_of.empty(); }
    // The act that an entry of `acts` is, or is a part of.
    [[nodiscard]] DocumentId document_of(DocumentId row) const {
        return row.index() < documents() ? row : part_of[row.index() - documents()];
    }
    [[nodiscard]] bool is_repealed(DocumentId row) const;  // the act, or the act of the part
    // Whether a provision of an act, or of a part of one, is law: that an act of the set repeals the whole
    // counts.
    [[nodiscard]] akn::Force force_of(DocumentId row, ProvisionId provision) const;
    // Answers about a whole act, asked again and again; `law`: of its provisions in force only.
    [[nodiscard]] std::optional<Outcome> known(DocumentId act, program::ConditionId condition,
                                               bool law) const;
    void remember(DocumentId act, program::ConditionId condition, bool law, Outcome const& outcome) const;

  private:
    mutable std::mutex memory_mutex_;
    mutable std::map<std::tuple<DocumentId, program::ConditionId, bool>, Outcome> memory_;
};

}  // namespace lacuna::match
