#include "akn/bills/rewrite.hpp"

#include <algorithm>

#include "akn/offsets.hpp"
#include "akn/settle.hpp"

namespace lacuna::akn::bills {
namespace {

// The new bytes, and where each stretch of them came from.
class Composer {
  public:
    Composer(Document const& document, std::string_view raw, BillSource const& bill,
             std::string_view bill_raw)
        : document_(document), raw_(raw), bill_(bill), bill_raw_(bill_raw) {}

    void act(std::uint32_t begin, std::uint32_t end) {
        if (begin >= end) return;
        auto first = document_.origin_of(begin);
        first.begin = size();
        origins.push_back(first);
        for (auto const& origin : document_.origins) {
            if (origin.begin <= begin || origin.begin >= end) continue;
            auto copy = origin;
            copy.begin = size() + (origin.begin - begin);
            origins.push_back(copy);
        }
        bytes.append(raw_.substr(begin, end - begin));
    }

    void add(Piece const& piece) {
        origins.push_back({size(), bill_.source, piece.begin, bill_.title});
        bytes.append(piece.markup.empty() ? bill_raw_.substr(piece.begin, piece.end - piece.begin)
                                          : std::string_view(piece.markup));
    }

    std::string bytes;
    std::vector<Origin> origins;

  private:
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(bytes.size()); }
    Document const& document_;
    std::string_view raw_;
    BillSource const& bill_;
    std::string_view bill_raw_;
};

// The first place of the text, from `begin` on, whose bytes stand at `byte` or behind it.
[[nodiscard]] std::uint32_t text_at(Document const& document, std::string_view raw, std::uint32_t begin,
                                    std::uint32_t end, std::uint32_t byte) {
    while (begin < end) {
        auto const middle = begin + (end - begin) / 2;
        if (file_place(document.runs, raw, document.plain_text, middle).begin < byte)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

void add_bill_text(Document& document, std::uint32_t begin, std::uint32_t end, std::string_view bill) {
    auto& texts = document.bill_texts;
    while (end > begin && document.text[end - 1] == '\n') --end;  // the border of a block is no word
    if (begin >= end || bill.empty()) return;
    if (!texts.empty() && texts.back().end + 1 >= begin && texts.back().bill == bill)
        texts.back().end = end;
    else
        texts.push_back({begin, end, bill});
}

// Which words of the text are a bill's, run by run.
void note_bill_texts(Document& document, std::string_view raw) {
    auto const& origins = document.origins;
    for (std::size_t i = 0; i < document.runs.size(); ++i) {
        auto const& run = document.runs[i];
        auto const end = i + 1 < document.runs.size() ? document.runs[i + 1].text_begin
                                                      : static_cast<std::uint32_t>(document.text.size());
        auto const stop = i + 1 < document.runs.size() ? document.runs[i + 1].source_begin
                                                       : static_cast<std::uint32_t>(raw.size());
        auto origin = std::upper_bound(origins.begin(), origins.end(), run.source_begin,
                                       [](std::uint32_t at, Origin const& o) { return at < o.begin; });
        auto at = run.text_begin;
        auto bill = origin == origins.begin() ? std::string_view{} : std::prev(origin)->bill;
        for (; origin != origins.end() && origin->begin < stop; ++origin) {
            auto const border = text_at(document, raw, at, end, origin->begin);
            add_bill_text(document, at, border, bill);
            at = border;
            bill = origin->bill;
        }
        add_bill_text(document, at, end, bill);
    }
}

}  // namespace

bool rewrite(Document& document, std::vector<Edit> edits, BillSource const& bill, SourceMap& sources,
             ReadOptions const& options) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](Edit const& a, Edit const& b) { return a.begin < b.begin; });
    auto const& source = sources.at(document.source);
    Composer composer(document, source.bytes(), bill, sources.at(bill.source).bytes());
    std::uint32_t at = 0;
    for (auto const& edit : edits) {
        composer.act(at, edit.begin);
        for (auto const& piece : edit.pieces) composer.add(piece);
        at = edit.end;
    }
    composer.act(at, static_cast<std::uint32_t>(source.bytes().size()));
    auto const id = sources.add(source.name(), composer.bytes);
    Diagnostics unheard;  // what is wrong with the act itself was said when it was read first
    auto fresh = read_document(sources.at(id), id, unheard, options);
    if (!fresh) return false;
    fresh->origins = std::move(composer.origins);
    for (auto& origin : fresh->origins) origin.bill = fresh->names->keep(origin.bill);
    note_bill_texts(*fresh, sources.at(id).bytes());
    document = std::move(*fresh);
    return true;
}

void rename(Document& document, std::vector<std::pair<std::string, std::string>> const& renames) {
    for (auto const& [from, to] : renames) {
        if (document.find(to).valid()) continue;  // taken: the bill's own name stays
        for (auto& row : document.provisions) {
            if (!row.eid.starts_with(from)) continue;
            auto const rest = row.eid.substr(from.size());
            if (rest.empty() || rest.starts_with("__"))
                row.eid = document.names->keep(to + std::string(rest));
        }
    }
    std::optional<EidIndex> rows;
    resolve_references(document, rows);
}

void repeal(Document& document, std::vector<std::string> const& ids) {
    for (auto const& id : ids) {
        auto const row = document.find(id);
        if (!row.valid()) continue;
        for (auto i = row.index(); i < document.at(row).subtree_end; ++i)
            document.provisions[i].force = Force::repealed;
    }
}

}  // namespace lacuna::akn::bills
