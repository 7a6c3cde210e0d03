#!/usr/bin/env python3
"""What simple methods make of the statutes that were read, for comparison with `lacuna evaluate`.

usage: baselines.py SHARED RULES METHOD > PREDICTIONS.csv        METHOD: keywords | heading | tfidf | bm25

SHARED holds gold/read.csv and corpus/statutes, RULES the instruments whose words are the queries (the
title of an article and what its obligations ask). A section is said to cover an article when its score
reaches a limit. The limit is the one with which F1 on pairs is best on the very statutes that are scored, so
that each method is shown better than it is. score.py reads what is printed. Standard library only."""
import collections, csv, math, os, re, sys
import xml.etree.ElementTree as xml

STOP = set('a an and any are as at be by for from if in into is it its may no not of on one or other shall such that '
           'the their them these they this to under what where which who whose with'.split())
TITLE_STOP = STOP | set('offence offences related measures international purposes computer data information system '
                        'technology systems communications electronic'.split())

def words(text):
    return [re.sub(r'(ies|es|s|ing|ed|ion|al)$', '', w) for w in re.findall(r'[a-z]+', text.lower()) if w not in STOP]

def sections(path):
    """(eid, heading, words) of each section or article; an item of a list below it belongs to it"""
    for node in xml.parse(path).getroot().iter():
        if node.tag.split('}')[-1] not in ('section', 'article'): continue
        heading = ' '.join(''.join(x.itertext()) for x in node if x.tag.split('}')[-1] == 'heading')
        yield node.get('eId') or node.get('id'), heading, words(' '.join(node.itertext()))

def articles(rules, name):
    """(article, title, query) of an instrument"""
    text = open(os.path.join(rules, 'instruments', name + '.lac'), encoding='utf-8').read()
    for part in re.split(r'\n\s*article ', text)[1:]:
        number, title = re.match(r'(\S+) "([^"]*)"', part).groups()
        yield number, title, title + ' ' + ' '.join(re.findall(r'obligation \S+ [\w-]+(?: policy)? "([^"]*)"', part))

def tfidf(query, docs, df, n, average):
    weight = lambda bag: {w: c * math.log((n + 1) / (1 + df[w])) for w, c in bag.items()}
    q = weight(collections.Counter(query)); length = math.sqrt(sum(x * x for x in q.values())) or 1
    for bag in docs:
        d = weight(bag)
        yield sum(x * d.get(w, 0) for w, x in q.items()) / length / (math.sqrt(sum(x * x for x in d.values())) or 1)

def bm25(query, docs, df, n, average, k=1.5, b=.75):
    idf = {w: math.log(1 + (n - df[w] + .5) / (df[w] + .5)) for w in set(query)}
    top = sum(idf.values()) or 1
    for bag in docs:
        size = sum(bag.values())
        yield sum(idf[w] * bag[w] * (k + 1) / (bag[w] + k * (1 - b + b * size / average)) for w in idf if w in bag) / top

def keywords(title, docs):
    """how many of the words of the title that tell it from others stand in the section, and how often"""
    keys = {w for w in words(title) if w not in {x for s in TITLE_STOP for x in words(s)}} or set(words(title))
    for bag in docs:
        size = sum(bag.values()) or 1
        yield sum(w in bag for w in keys) / len(keys) + min(.5, sum(bag[w] for w in keys) / size)

def headings(title, heads):
    a = set(words(title))
    for head in heads:
        b = set(words(head))
        yield len(a & b) / (len(a | b) or 1)

def scores(method, title, query, found, df, average):
    docs = [collections.Counter(w) for _, _, w in found]
    if method == 'keywords': return keywords(title, docs)
    if method == 'heading': return headings(title, [h for _, h, _ in found])
    return (tfidf if method == 'tfidf' else bm25)(words(query), docs, df, len(found), average)

def best_limit(rows, gold):
    best = (-1, 0)
    for limit in sorted({round(r[4], 3) for r in rows}):
        said = {r[:4] for r in rows if r[4] >= limit}; right = len(said & gold)
        best = max(best, (2 * right / (len(said) + len(gold)), limit))
    return best[1]

def main():
    shared, rules, method = sys.argv[1:4]
    sys.path.insert(0, os.path.join(shared, 'gold')); sys.dont_write_bytecode = True
    import score
    gold = score.Gold(score.read(os.path.join(shared, 'gold', 'read.csv')), {'uncc/21', 'budapest/13'})
    rows = []
    for name in ('budapest', 'uncc'):
        ours = []
        for file in sorted({k[0] for k in gold.q}):
            found = list(sections(os.path.join(shared, 'corpus', 'statutes', file)))
            df = collections.Counter(w for _, _, ws in found for w in set(ws)); average = sum(len(ws) for _, _, ws in found) / len(found)
            for number, title, query in articles(rules, name):
                if (file, name, number) not in gold.q: continue
                for (eid, _, _), value in zip(found, scores(method, title, query, found, df, average)):
                    if eid: ours.append((file, name, number, score.section(eid), value))
        limit = best_limit(ours, {(*k, s) for k, g in gold.q.items() if k[1] == name for s in g['pos']})
        rows += [(*r, limit) for r in ours if r[4] > 0]
    out = csv.writer(sys.stdout, lineterminator='\n')
    out.writerow(['file', 'eid', 'convention', 'article', 'verdict', 'score'])
    for file, name, number, eid, value, limit in rows:
        out.writerow([file, eid, name, number, 'covered' if value >= limit else 'gap', f'{value:.4f}'])

if __name__ == '__main__': main()
