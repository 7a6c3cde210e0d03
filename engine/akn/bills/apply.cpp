#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "akn/bills.hpp"
#include "akn/bills/rewrite.hpp"
#include "akn/expressions.hpp"

namespace lacuna::akn {
namespace {

using namespace bills;

// An act that is being changed: what waits to be written into it, and what must be said again of every new
// reading, because the bytes do not say it.
struct Draft {
    std::vector<Edit> pending;
    std::vector<std::size_t> waiting;  // rows of the outcome whose cuts are pending
    std::vector<std::pair<std::string, std::string>> renames;
    std::vector<std::string> repealed;
    std::vector<Tag> tags;  // of the act as it stands now; empty: not read
};

class Applier {
  public:
    Applier(StatuteSet& set, std::vector<DocumentId> const& bills, SourceMap& sources,
            ReadOptions const& options)
        : set_(set), bills_(bills), sources_(sources), options_(options) {}

    [[nodiscard]] BillOutcome apply(DocumentId id) {
        auto const& bill = set_.at(id);
        auto const& source = sources_.at(bill.source);
        bill_ = {bill.source, bill.meta.title.empty() ? source.name() : bill.meta.title};
        outcome_ = {bill_.title, bill_.source, {}};
        auto const tags = read_tags(source.bytes());
        text_ = read_changes(source.bytes(), tags);
        for (auto const& change : text_.changes) {
            outcome_.changes.push_back({false, "", place_in(bill, change), span_of(source, change)});
            apply(change, bill);
        }
        for (auto& [document, draft] : drafts_) flush(document, draft);
        keep_own_text(set_.documents[id.index()]);
        return std::move(outcome_);
    }

  private:
    [[nodiscard]] static std::string place_in(Document const& bill, ChangeText const& change) {
        ProvisionId found;
        for (std::size_t i = 0; i < bill.provisions.size(); ++i)
            if (!bill.provisions[i].quoted && bill.provisions[i].source.begin <= change.begin)
                found = ProvisionId(i);
        if (!found.valid()) return {};
        auto const unit = bill.unit_of(found);
        return bill.citation_of(unit.valid() ? unit : found);
    }

    [[nodiscard]] Span span_of(Source const& source, ChangeText const& change) const {
        auto const end = source.bytes().find('>', change.begin);
        return {bill_.source, change.begin,
                end == std::string_view::npos ? change.end : static_cast<std::uint32_t>(end + 1)};
    }

    [[nodiscard]] bool is_work(Document const& document, std::string_view work) const {
        auto const& meta = document.meta;
        if (meta.work_uri.empty() || work.empty()) return false;
        return work == meta.work_uri || work == meta.expression_uri || work.starts_with(meta.work_uri + "/");
    }

    [[nodiscard]] std::vector<DocumentId> acts_of(std::string_view work) const {
        std::vector<DocumentId> found;
        for (std::size_t i = 0; i < set_.documents.size(); ++i) {
            bool const bill = std::find(bills_.begin(), bills_.end(), DocumentId(i)) != bills_.end();
            if (!bill && is_work(set_.documents[i], work)) found.push_back(DocumentId(i));
        }
        return found;
    }

    // The act that is changed; of several in other languages, the one in the bill's. Else the cause.
    [[nodiscard]] DocumentId target_of(ChangeText const& change, Document const& bill,
                                       std::string& cause) const {
        std::string const work(work_of(change.destination));
        std::vector<DocumentId> found = acts_of(work);
        if (work.empty())
            for (auto const& other : text_.acts)
                for (auto const id : acts_of(other)) found.push_back(id);
        if (found.empty() || (work.empty() && found.size() > 1)) {
            cause = work.empty() ? "the file does not say which act it changes"
                                 : fmt::format("no act of the set is '{}'", work);
            return {};
        }
        for (auto const id : found)
            if (set_.at(id).meta.languages == bill.meta.languages) return id;
        return found.front();
    }

    void apply(ChangeText const& change, Document const& bill) {
        auto& row = outcome_.changes.back();
        std::string cause;
        auto const id = target_of(change, bill, cause);
        if (!id.valid()) {
            row.text = fmt::format("{}: {}", change.named.empty() ? "a change" : change.named, cause);
            return;
        }
        auto& draft = drafts_[id];
        auto placed = place_now(change, id, draft);
        if (!draft.pending.empty() && (!placed.why_not.empty() || meets(draft.pending, placed.edits))) {
            flush(id, draft);
            placed = place_now(change, id, draft);
        }
        row.text = placed.text;
        if (!placed.why_not.empty()) {
            row.text += ": " + placed.why_not;
            return;
        }
        row.applied = true;
        draft.waiting.push_back(outcome_.changes.size() - 1);
        // What is written in the place of a repealed provision is law again.
        std::erase(draft.repealed, fragment_of(change.destination));
        draft.pending.insert(draft.pending.end(), placed.edits.begin(), placed.edits.end());
        draft.renames.insert(draft.renames.end(), placed.renames.begin(), placed.renames.end());
        draft.repealed.insert(draft.repealed.end(), placed.repealed.begin(), placed.repealed.end());
    }

    [[nodiscard]] Placed place_now(ChangeText const& change, DocumentId id, Draft& draft) {
        auto const& document = set_.at(id);
        auto const& source = sources_.at(document.source);
        if (draft.tags.empty()) draft.tags = read_tags(source.bytes());
        return place(change, {document, source.bytes(), draft.tags, source});
    }

    // Cuts that touch each other must be made one after the other.
    [[nodiscard]] static bool meets(std::vector<Edit> const& pending, std::vector<Edit> const& edits) {
        return std::any_of(edits.begin(), edits.end(), [&](Edit const& a) {
            return std::any_of(pending.begin(), pending.end(),
                               [&](Edit const& b) { return a.begin <= b.end && b.begin <= a.end; });
        });
    }

    void flush(DocumentId id, Draft& draft) {
        auto& document = set_.documents[id.index()];
        bool const good =
            draft.pending.empty() || rewrite(document, draft.pending, bill_, sources_, options_);
        if (!good)
            for (auto const row : draft.waiting) {
                outcome_.changes[row].applied = false;
                outcome_.changes[row].text += ": the act could not be read with it";
            }
        draft.pending.clear();
        draft.waiting.clear();
        draft.tags.clear();
        bills::rename(document, draft.renames);
        bills::repeal(document, draft.repealed);
    }

    void keep_own_text(Document& bill) {
        std::vector<Edit> edits;
        for (auto const& [begin, end] : text_.quoted) edits.push_back({begin, end, {}});
        if (!edits.empty() && !rewrite(bill, std::move(edits), bill_, sources_, options_))
            for (auto& row : bill.provisions)
                if (row.quoted) row.force = Force::not_yet;
        auto const title = bill.names->keep(bill_.title);
        for (auto& origin : bill.origins) origin.bill = title;
        bill.bill_texts.assign(1, {0, static_cast<std::uint32_t>(bill.text.size()), title});
    }

    StatuteSet& set_;
    std::vector<DocumentId> const& bills_;
    SourceMap& sources_;
    ReadOptions const& options_;
    BillSource bill_;
    BillChanges text_;
    BillOutcome outcome_;
    std::map<DocumentId, Draft> drafts_;
};

}  // namespace

std::vector<BillOutcome> apply_bills(StatuteSet& set, std::vector<DocumentId> const& bills,
                                     SourceMap& sources, ReadOptions const& options) {
    std::vector<BillOutcome> outcomes;
    Applier applier(set, bills, sources, options);
    for (auto const id : bills) outcomes.push_back(applier.apply(id));
    // The rows that references from other acts point to have moved.
    for (auto& document : set.documents)
        for (auto& reference : document.references)
            if (reference.document.valid()) reference.document = {}, reference.target = {};
    resolve_across(set.documents);
    return outcomes;
}

}  // namespace lacuna::akn
